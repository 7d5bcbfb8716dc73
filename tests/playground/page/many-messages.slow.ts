import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../src/playground/start.ts';
import { BROWSER, openBrowser } from './browser.ts';
import { openPage, type PageClient } from './client.ts';
import { type DemoBot, startDemoBot } from './demo-bot.ts';

const COUNT = 10_000;

describe.skipIf(BROWSER === null)('a channel with ten thousand messages', () => {
  let browser: Browser;
  let playground: Playground;
  let bot: DemoBot;
  let client: PageClient;
  const say = (text: string) =>
    playground.discord.as(playground.alpha.guild.id, playground.people.scribe, playground.alpha.general.id).say(text);
  beforeAll(async () => {
    browser = await openBrowser();
    const started = await startPlayground({ port: 0 });
    if (!started.ok) throw new Error(started.problem.kind);
    playground = started.value;
    bot = await startDemoBot(playground);
    for (let index = 0; index < COUNT / 2; index += 1) say(`Message ${index}`);
    client = await openPage(browser, playground.url);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
    await playground?.stop();
  });

  const texts = () => client.page.locator('#messages .message-body').allTextContents();
  const scrollTo = (top: number) =>
    client.page.locator('#scroller').evaluate((scroller, to) => {
      (scroller as unknown as { scrollTop: number }).scrollTop = to;
    }, top);

  it('shows the end of it, and keeps up while thousands come in', async () => {
    await client.page.getByText(`Message ${COUNT / 2 - 1}`, { exact: true }).waitFor();
    for (let index = COUNT / 2; index < COUNT; index += 1) say(`Message ${index}`);
    const began = performance.now();
    await client.page.getByText(`Message ${COUNT - 1}`, { exact: true }).waitFor();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await texts()).length).toBeLessThanOrEqual(160);
  });

  it('scrolls back without gaps, holds few of them at once, and finds the way to the newest', async () => {
    const { page } = client;
    const seen = new Set<string>();
    const until = Date.now() + 60_000;
    while (!seen.has(`Message ${COUNT - 1500}`) && Date.now() < until) {
      for (const text of await texts()) seen.add(text);
      await scrollTo(0);
      await page.waitForTimeout(40);
    }
    const numbers = [...seen].map((text) => Number(text.slice(8))).sort((a, b) => a - b);
    expect(numbers.at(-1)).toBe(COUNT - 1);
    expect(numbers.length).toBe(COUNT - (numbers[0] ?? 0));
    expect((await texts()).length).toBeLessThanOrEqual(160);
    say('Said meanwhile');
    await page.getByRole('button', { name: 'Jump to the newest messages' }).click();
    await page.getByText('Said meanwhile', { exact: true }).waitFor();
    expect((await texts()).at(-1)).toBe('Said meanwhile');
  });

  it('does not put an edited message from far above at the end', async () => {
    const { page } = client;
    await page.locator('#box').fill('/demo slow ');
    await page.keyboard.press('Enter');
    await page.getByText('is thinking…').waitFor();
    for (let index = 0; index < 300; index += 1) say(`Between ${index}`);
    await page.getByText('Between 299', { exact: true }).waitFor();
    await expect
      .poll(() =>
        playground.discord.messages(playground.alpha.general.id).some(({ content }) => content === 'Done at last'),
      )
      .toBe(true);
    await page.waitForTimeout(300);
    expect((await texts()).at(-1)).toBe('Between 299');
  });

  it('draws a new message quickly all the same', async () => {
    const began = performance.now();
    say('One more');
    await client.page.getByText('One more', { exact: true }).waitFor();
    expect(performance.now() - began).toBeLessThan(500);
    expect(client.complaints).toEqual([]);
  });
});
