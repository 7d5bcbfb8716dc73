import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { type Playground, startPlayground } from '../../../src/playground/start.ts';
import { openBrowser } from './browser.ts';
import { openPage, type PageClient } from './client.ts';
import { type DemoBot, startDemoBot } from './demo-bot.ts';

/** A playground, the bot that shows everything, and an open page: new for each test. */
export interface Stage {
  browser: Browser;
  playground: Playground;
  bot: DemoBot;
  client: PageClient;
  /** Types a command without options and sends it. */
  send(line: string): Promise<void>;
  /** What the reader sees in the first channel. */
  seen(): readonly Message[];
}

export const LIMIT_BYTES = 2048;

/** After each test neither the page nor the bot has complained, and no text has become a script. */
export function useStage(): Stage {
  const stage = {
    send: async (line) => {
      await stage.client.typeCommand(line);
      await stage.client.page.keyboard.press('Enter');
      await stage.client.page.keyboard.press('Enter');
    },
    seen: () => {
      const { discord, alpha, people } = stage.playground;
      return discord.messages(alpha.general.id, people.reader);
    },
  } as Stage;
  beforeAll(async () => {
    stage.browser = await openBrowser();
  });
  beforeEach(async () => {
    const started = await startPlayground({ port: 0, attachmentBytes: LIMIT_BYTES });
    if (!started.ok) throw new Error(started.problem.kind);
    stage.playground = started.value;
    stage.bot = await startDemoBot(stage.playground);
    stage.client = await openPage(stage.browser, stage.playground.url);
  });
  afterEach(async () => {
    expect(stage.client.complaints).toEqual([]);
    expect(stage.bot.errors).toEqual([]);
    expect(await stage.client.page.title()).not.toBe('taken');
    await stage.client.page.context().close();
    await stage.bot.stop();
    await stage.playground.stop();
  });
  afterAll(() => stage.browser?.close());
  return stage;
}
