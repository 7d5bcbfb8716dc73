import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../src/playground/start.ts';
import { BROWSER, openBrowser } from './browser.ts';
import { openPage, type PageClient } from './client.ts';
import { type DemoBot, startDemoBot } from './demo-bot.ts';

const LIMIT_BYTES = 2048;
/** What reaches beyond the screen's edge, unless it scrolls by itself. */
const TOO_WIDE = `[...document.querySelectorAll('main *')]
  .filter((element) => element.checkVisibility() && !element.closest('pre'))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.className)`;
const TITLE = /#general · Alpha Server/;

describe.skipIf(BROWSER === null)('the page as a Discord client', () => {
  let browser: Browser;
  let playground: Playground;
  let bot: DemoBot;
  let client: PageClient;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    const started = await startPlayground({ port: 0, attachmentBytes: LIMIT_BYTES });
    if (!started.ok) throw new Error(started.problem.kind);
    playground = started.value;
    bot = await startDemoBot(playground);
    client = await openPage(browser, playground.url);
  });
  afterEach(async () => {
    expect(client.complaints).toEqual([]);
    expect(bot.errors).toEqual([]);
    expect(await client.page.title()).not.toBe('taken');
    await client.page.context().close();
    await bot.stop();
    await playground.stop();
  });
  afterAll(() => browser?.close());

  const send = async (line: string) => {
    await client.typeCommand(line);
    await client.page.keyboard.press('Enter');
    await client.page.keyboard.press('Enter');
  };
  const alpha = () => playground.discord.messages(playground.alpha.general.id, playground.people.reader);

  it('types a command with the keyboard, picks a live choice and sends every kind of option', async () => {
    const { page } = client;
    await client.typeCommand('/demo opt');
    expect(await page.locator('.suggestions .line').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.option label').allTextContents()).toEqual([
      'name',
      'note',
      'side',
      'year',
      'weight',
      'private',
      'user',
      'role',
      'channel',
      'whom',
      'file',
    ]);
    // Typed quickly, the slow answer to "b" must not replace that to "ben".
    await page.keyboard.type('b');
    await page.waitForTimeout(110);
    await page.keyboard.type('en');
    await page.locator('.suggestions .line', { hasText: 'Benjamin Sisko' }).waitFor();
    await page.waitForTimeout(250);
    expect(await page.locator('.suggestions .line-label').allTextContents()).toEqual(['Benjamin Sisko']);
    await page.keyboard.press('Tab');
    await page.keyboard.type('with spaces: and more');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2375');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('tr');
    await page.keyboard.press('Tab');
    await page.keyboard.type('keep');
    await page.keyboard.press('Tab');
    await page.keyboard.type('scri');
    await page.keyboard.press('Tab');
    await page.keyboard.type('gen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page
      .locator('#option-file')
      .setInputFiles({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
    await page.locator('#option-name').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await client.last().getByText('Options:').waitFor();
    const { people, alpha: server } = playground;
    expect(alpha().at(-1)?.content).toBe(
      `Options: name=BENJAMIN SISKO note=with spaces: and more side=rebellion year=2375 weight=1.5 private=true user=${people.keeper} role=${server.roles.scribe.id} channel=${server.general.id} whom=${people.admin} file=claims.csv`,
    );
    expect(await page.locator('#box').isVisible()).toBe(true);
  });

  it('reads a whole line pasted at once', async () => {
    await client.page.locator('#box').fill('/demo options name: Worf year: 2372');
    await client.page.keyboard.press('Escape');
    await client.page.keyboard.press('Enter');
    await client.last().getByText('Options: name=Worf year=2372').waitFor();
  });

  it('says what is missing or wrong before it sends anything', async () => {
    const { page } = client;
    await client.typeCommand('/demo options ');
    await page.keyboard.press('Enter');
    await page.getByText('"name" is required.').waitFor();
    await page.keyboard.type('Worf');
    await page.locator('#option-year').fill('soon');
    await page.keyboard.press('Enter');
    await page.getByText('"year" takes a whole number.').waitFor();
    await page.locator('#option-year').fill('-3');
    await page.keyboard.press('Enter');
    await page.getByText('takes 1 to').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('#box').inputValue()).toBe('');
    expect(alpha()).toHaveLength(0);
  });

  it('says no to a file over the limit before it is sent, and takes one within it', async () => {
    const { page } = client;
    await page.locator('#box').fill('/demo options name: Worf');
    const file = (size: number) => ({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.alloc(size, 'x') });
    await page.locator('#option-file').setInputFiles(file(LIMIT_BYTES + 1));
    await page.getByText('"claims.csv" is too large: it has 2 KiB, and at most 2 KiB may be sent.').waitFor();
    await page.locator('#option-name').focus();
    await page.keyboard.press('Enter');
    expect(alpha()).toHaveLength(0);
    await page.locator('#option-file').setInputFiles(file(LIMIT_BYTES));
    await page.locator('.option:not([aria-busy]) #option-file').waitFor();
    await page.locator('#option-name').focus();
    await page.keyboard.press('Enter');
    await client.last().getByText('name=Worf file=claims.csv').waitFor();
  });

  it('offers a newcomer things to try, and lets go of them once there is something to read', async () => {
    const { page } = client;
    playground.suggest(['/demo options name:Worf year:2372', '/demo private']);
    await page.getByRole('button', { name: '/demo options name:Worf' }).click();
    await page.keyboard.press('Enter');
    await client.last().getByText('Options: name=Worf year=2372').waitFor();
    await page.getByRole('button', { name: '/demo private' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('Between us').waitFor();
    await send('/demo embed');
    await send('/demo buttons');
    await page.getByText('Things to try').waitFor({ state: 'hidden' });
  });

  it('keeps what a form holds when another tab, or the clock, changes the page', async () => {
    const { page } = client;
    await send('/demo form');
    await page.getByRole('textbox', { name: 'Title' }).fill('Half done');
    playground.clock.advance(3_600_000);
    playground.discord.createChannel(playground.alpha.guild.id, { name: 'later' });
    await page.getByText('1 hour ahead').waitFor({ state: 'attached' });
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Half done');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('shows a card with all that a card may hold, and nothing in it becomes HTML', async () => {
    await send('/demo card');
    const card = client.last();
    await card.getByText('Pressed 0 times').waitFor();
    expect(await card.locator('.md-h1, .md-h2, .md-h3, .md-small, blockquote, pre, ul ul li, ol li').count()).toBe(9);
    expect(await card.locator('img').count()).toBe(2);
    expect(await card.locator('script').count()).toBe(0);
    await card.getByRole('button', { name: 'Count' }).click();
    await card.getByText('Pressed 1 times').waitFor();
    expect(await client.messages().count()).toBe(1);
    await client.page.waitForFunction('[...document.images].every((image) => image.complete)');
  });

  it('edits in place, keeps the focus on the button that was pressed, and counts as one message', async () => {
    const { page } = client;
    await send('/demo buttons');
    await page.getByRole('button', { name: '▶' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Page 2 of 3').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('▶');
    await page.keyboard.press('Enter');
    await page.getByText('Page 3 of 3').waitFor();
    expect(await page.getByRole('button', { name: '▶' }).isDisabled()).toBe(true);
    expect(await client.last().getByRole('link', { name: 'A page' }).getAttribute('href')).toBe('https://example.org/');
    expect(await client.messages().count()).toBe(1);
  });

  it('fills a form with text, selects and people by keyboard', async () => {
    const { page } = client;
    await send('/demo form');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('takes 1 to 40 characters').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await page.keyboard.type('A title');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Two\nlines');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Submit' }).click();
    await client.last().getByText('Only you can see this').waitFor();
    expect(alpha().at(-1)?.content).toMatch(/^Form: A title \/ Two\nlines \/ because \/ \w+$/);
    await client.last().getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => client.messages().count()).toBe(0);
  });

  it('sends what selects of all kinds hold', async () => {
    const { page } = client;
    await send('/demo selects');
    await page.getByRole('button', { name: 'Some words' }).click();
    await page.getByRole('option', { name: 'Alpha' }).click();
    await page.getByRole('option', { name: 'Gamma' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Chosen: alpha, gamma').waitFor();
    for (const [select, option, id] of [
      ['Somebody', '@Keeper', playground.people.keeper],
      ['A role', '@Scribe', playground.alpha.roles.scribe.id],
      ['A channel', '#announcements', playground.alpha.announcements.id],
    ] as const) {
      await page.getByRole('button', { name: select, exact: true }).click();
      await page.getByRole('option', { name: option }).click();
      await page.getByText(`Chosen: ${id}`).waitFor();
    }
  });

  it('shows thinking, silence and refusals for what they are', async () => {
    const { page } = client;
    await send('/demo slow');
    await page.getByText('Concordance is thinking…').waitFor();
    await page.getByText('Done at last').waitFor();
    expect(await page.locator('.edited').count()).toBe(0);
    await send('/demo wrong');
    await page.getByText('BASE_TYPE_BAD_LENGTH').waitFor();
    expect(await page.locator('.refusal').textContent()).toContain('data.content');
    await page.getByText('It was refused').waitFor();
    await send('/demo buttons');
    await page.getByRole('button', { name: 'No answer' }).click();
    await send('/demo silent');
    await page.getByText('This interaction failed.').waitFor();
    await page.getByText('The application did not respond.').waitFor();
    await page.getByRole('button', { name: /Refused requests \(1\)/ }).click();
    await page.getByRole('dialog').getByText('Invalid Form Body').waitFor();
    await page.keyboard.press('Escape');
  });

  it('lets each person see what is theirs, on each server and in each tab', async () => {
    const { page } = client;
    const other = await openPage(browser, playground.url);
    await send('/demo private');
    await page.getByText('Between us').waitFor();
    await send('/demo embed');
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
    await expect.poll(() => client.messages().count()).toBe(0);
    await page.getByRole('button', { name: 'announcements' }).click();
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    expect(await page.title()).toBe('#announcements · Beta Server');
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });

  it('fits everything on a screen of 360 pixels', async () => {
    const { page } = client;
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
    const local = await openPage(browser, playground.url.replace('127.0.0.1', 'localhost'));
    await local.typeCommand('/demo embed ');
    await local.page.keyboard.press('Enter');
    await local.last().locator('img').waitFor();
    await local.page.waitForFunction('[...document.images].every((image) => image.naturalWidth > 0)');
    expect(local.complaints).toEqual([]);
    await local.page.context().close();
  });

  it('goes where its address says, and keeps to what there is', async () => {
    const { page } = client;
    const { beta } = playground;
    await page.evaluate(`location.hash = '${beta.guild.id}/${beta.announcements.id}/keeper'`);
    await page.getByText('Speaking as Keeper').waitFor();
    expect(await page.title()).toBe('#announcements · Beta Server');
    await page.evaluate("location.hash = 'nowhere/at/all'");
    await page.getByText('Speaking as Reader').waitFor();
    expect(await page.title()).toMatch(TITLE);
  });

  it('sets the clock forward for every tab', async () => {
    const { page } = client;
    const before = playground.clock.now();
    await page.getByRole('button', { name: 'Set forward by 1 day' }).click();
    await page.getByText('1 day ahead').waitFor();
    expect(playground.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await page.keyboard.press('Enter');
    await page.getByText('2 days ahead').waitFor();
  });

  it('comes back by itself after the connection was lost', async () => {
    const { page } = client;
    expect(await page.title()).toMatch(TITLE);
    const port = Number(new URL(playground.url).port);
    await playground.stop();
    await page.getByText('Not connected. Trying again…').waitFor();
    client.complaints.length = 0;
    const again = await startPlayground({ port });
    if (!again.ok) throw new Error(again.problem.kind);
    await bot.stop();
    playground = again.value;
    bot = await startDemoBot(playground);
    await expect.poll(() => page.locator('#offline').isHidden()).toBe(true);
    await expect
      .poll(async () => {
        await page.locator('#box').fill('/demo b');
        return page.locator('.suggestions .line').count();
      })
      .toBe(1);
    client.complaints.length = 0;
  });
});
