import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../src/playground/start.ts';
import { BROWSER, openBrowser } from './browser.ts';
import { openPage, type PageClient } from './client.ts';
import { type DemoBot, startDemoBot } from './demo-bot.ts';
import { type Program, startProgram } from './program.ts';

/** RANDOM_USE_SECONDS shortens it, RANDOM_USE_SEED tries another way. */
const SECONDS = Number(process.env.RANDOM_USE_SECONDS ?? 60);
const SEED = Number(process.env.RANDOM_USE_SEED ?? 20_261_121);

const KEYS = ['Enter', 'Tab', 'Shift+Tab', 'Escape', 'ArrowDown', 'ArrowUp', 'Backspace', ' ', 'Home', 'End', 'PageUp'];
const TEXTS = [
  '/',
  '/lore ',
  '/lore entry ',
  '/demo ',
  '/demo options ',
  'wor',
  'name: Worf',
  '2375',
  '**',
  '\u0000\u202e',
  'x'.repeat(300),
  '🖖',
];

/** A number below `n`, the same sequence for the same seed. */
function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

async function useAtRandom({ page }: PageClient, seconds: number): Promise<string[]> {
  const below = seeded(SEED);
  const done: string[] = [];
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const act = below(10);
    if (act < 4) {
      const controls = page.locator('button:visible, select:visible, [role=option]:visible, .spoiler:visible');
      const count = await controls.count();
      if (count === 0) continue;
      const control = controls.nth(below(count));
      done.push(`click ${await nameOf(control)}`);
      await control.click({ timeout: 300, noWaitAfter: true }).catch(() => undefined);
    } else if (act < 7) {
      const key = KEYS[below(KEYS.length)] ?? 'Tab';
      done.push(key);
      await page.keyboard.press(key);
    } else {
      const text = TEXTS[below(TEXTS.length)] ?? '';
      done.push(`type ${text.slice(0, 20)}`);
      await page.keyboard.insertText(text);
    }
  }
  return done;
}

async function nameOf(control: Locator): Promise<string> {
  return (await control.textContent({ timeout: 200 }).catch(() => '')) ?? '';
}

/** After all that, every way to use the page still works. */
async function stillWorks({ page, complaints }: PageClient, command: string, answer: string): Promise<void> {
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Escape');
  await page.locator('nav').getByRole('button', { name: 'Alpha Server' }).click();
  await page.locator('nav').getByRole('button', { name: 'announcements' }).click();
  await page.locator('nav').getByRole('button', { name: 'Admin' }).click();
  await page.getByText('Speaking as Admin').waitFor();
  // What a button said "busy" for is over by now.
  await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 6_000 }).toBe(0);
  await page.locator('#box').fill(command);
  await page.keyboard.press('Enter');
  await page.locator('#messages > li').last().getByText(answer).first().waitFor({ timeout: 5_000 });
  expect(complaints).toEqual([]);
}

describe.skipIf(BROWSER === null)(`random clicking and typing for ${SECONDS} s, seed ${SEED}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('leaves the program without a complaint and every control alive', async () => {
    const program: Program = await startProgram();
    const client = await openPage(browser, program.url);
    const done = await useAtRandom(client, SECONDS);
    await stillWorks(client, '/lore entry name: Worf', 'Worf').catch((error: unknown) => {
      throw new Error(`after ${done.slice(-30).join(' | ')}`, { cause: error });
    });
    expect(program.isRunning()).toBe(true);
    expect(program.output()).not.toMatch(/unhandled|"level":(50|60)/i);
    await client.page.context().close();
    await program.stop();
  });

  it('leaves a bot that shows everything without a complaint too', async () => {
    const started = await startPlayground({ port: 0 });
    if (!started.ok) throw new Error(started.problem.kind);
    const playground: Playground = started.value;
    const bot: DemoBot = await startDemoBot(playground);
    const client = await openPage(browser, playground.url);
    for (const name of ['card', 'buttons', 'selects', 'embed']) {
      await client.page.locator('#box').fill(`/demo ${name}`);
      await client.page.keyboard.press('Enter');
      await client.page.keyboard.press('Enter');
    }
    const done = await useAtRandom(client, SECONDS);
    await stillWorks(client, '/demo options name: Worf', 'Options: name=Worf').catch((error: unknown) => {
      throw new Error(`after ${done.slice(-30).join(' | ')}`, { cause: error });
    });
    expect(bot.errors).toEqual([]);
    await client.page.context().close();
    await bot.stop();
    await playground.stop();
  });
});
