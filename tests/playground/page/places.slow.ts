import { describe, expect, it } from 'vitest';
import { startPlayground } from '../../../src/playground/start.ts';
import { BROWSER } from './browser.ts';
import { openPage } from './client.ts';
import { startDemoBot } from './demo-bot.ts';
import { useStage } from './stage.ts';

/** What reaches beyond the screen's edge, unless it scrolls by itself. */
const TOO_WIDE = `[...document.querySelectorAll('main *')]
  .filter((element) => element.checkVisibility() && !element.closest('pre'))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.className)`;

const TITLE = /#general · Alpha Server/;

describe.skipIf(BROWSER === null)('people, servers and tabs on the page', () => {
  const stage = useStage();

  it('lets each person see what is theirs, on each server and in each tab', async () => {
    const { page } = stage.client;
    const other = await openPage(stage.browser, stage.playground.url);
    await stage.send('/demo private');
    await page.getByText('Between us').waitFor();
    await stage.send('/demo embed');
    await other.page.getByText('An embed').waitFor();
    expect(await other.page.getByText('Between us').count()).toBe(1);
    await other.speakAs('Scribe');
    await other.page.getByText('Speaking as Scribe').waitFor();
    await expect.poll(() => other.page.getByText('Between us').count()).toBe(0);
    await other.typeCommand('/man');
    expect(await other.page.locator('.suggestions .line').count()).toBe(0);
    await other.page.locator('#box').fill('');
    await other.speakAs('Admin');
    await other.typeCommand('/man');
    await other.page.locator('.suggestions .line', { hasText: '/manage' }).waitFor();
    await other.page.keyboard.press('Enter');
    await other.page.keyboard.press('Enter');
    await page.getByText('Managed').waitFor();
    await page.getByRole('button', { name: 'Beta Server' }).click();
    await expect.poll(() => stage.client.messages().count()).toBe(0);
    await page.getByRole('button', { name: 'announcements' }).click();
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    expect(await page.title()).toBe('#announcements · Beta Server');
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });

  it('fits everything on a screen of 360 pixels', async () => {
    const { page } = stage.client;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of ['card', 'buttons', 'selects', 'embed', 'wrong']) {
      await page.locator('#box').fill(`/demo ${name} `);
      await page.keyboard.press('Enter');
    }
    await page.getByText('It was refused').waitFor();
    await page.locator('.refusal').waitFor();
    expect(await page.evaluate(TOO_WIDE)).toEqual([]);
    await page.locator('#box').fill('/demo options ');
    await page.locator('.suggestions .line').first().waitFor();
    expect(await page.evaluate(TOO_WIDE)).toEqual([]);
  });

  it('works under the name localhost, with pictures', async () => {
    const local = await openPage(stage.browser, stage.playground.url.replace('127.0.0.1', 'localhost'));
    await local.typeCommand('/demo embed ');
    await local.page.keyboard.press('Enter');
    await local.last().locator('img').waitFor();
    await local.page.waitForFunction('[...document.images].every((image) => image.naturalWidth > 0)');
    expect(local.complaints).toEqual([]);
    await local.page.context().close();
  });

  it('goes where its address says, and keeps to what there is', async () => {
    const { page } = stage.client;
    const { beta } = stage.playground;
    await page.evaluate(`location.hash = '${beta.guild.id}/${beta.announcements.id}/keeper'`);
    await page.getByText('Speaking as Keeper').waitFor();
    expect(await page.title()).toBe('#announcements · Beta Server');
    await page.evaluate("location.hash = 'nowhere/at/all'");
    await page.getByText('Speaking as Reader').waitFor();
    expect(await page.title()).toMatch(TITLE);
  });

  it('sets the clock forward for every tab', async () => {
    const { page } = stage.client;
    const before = stage.playground.clock.now();
    await page.getByRole('button', { name: 'Set forward by 1 day' }).click();
    await page.getByText('1 day ahead').waitFor();
    expect(stage.playground.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await page.keyboard.press('Enter');
    await page.getByText('2 days ahead').waitFor();
  });

  it('comes back by itself after the connection was lost', async () => {
    const { page } = stage.client;
    expect(await page.title()).toMatch(TITLE);
    const port = Number(new URL(stage.playground.url).port);
    await stage.playground.stop();
    await page.getByText('Not connected. Trying again…').waitFor();
    stage.client.complaints.length = 0;
    const again = await startPlayground({ port });
    if (!again.ok) throw new Error(again.problem.kind);
    await stage.bot.stop();
    stage.playground = again.value;
    stage.bot = await startDemoBot(stage.playground);
    await expect.poll(() => page.locator('#offline').isHidden()).toBe(true);
    await expect
      .poll(async () => {
        await page.locator('#box').fill('/demo b');
        return page.locator('.suggestions .line').count();
      })
      .toBe(1);
    stage.client.complaints.length = 0;
  });
});
