import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { changesFeed } from '../../commands/edits/changes-feed.ts';
import { GROUPS } from '../../commands/index.ts';
import { newsFor } from '../../commands/suggestions/news.ts';
import { greeting } from '../../commands/welcome.ts';
import { actApart, isLong } from '../../src/acts/act-apart.ts';
import { type DailyPosts, dailyPosts } from '../../src/daily-posts.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { changeSettings } from '../../src/edit/change-settings.ts';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import type { Standing } from '../../src/lore/permission.ts';
import { houseOf } from '../../src/lorebook/care/house.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openProblemOf } from '../../src/lorebook/open.ts';
import { openShelf, type Shelf } from '../../src/lorebook/shelf.ts';
import { startBotDiscord, type TestDiscord } from './discord.ts';

const OWNER: Standing = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false };

/** The real bot on a loopback Discord, with lorebooks in a folder of its own. */
export interface TestBot extends TestDiscord {
  readonly bot: Bot;
  readonly posts: DailyPosts;
  readonly shelf: Shelf;
  readonly folder: string;
  /** The lorebook of a server. Ask again after every `await`, as the bot does. */
  lorebook(guildId: string): Lorebook;
  readonly house: ReturnType<typeof houseOf>;
  /** What the bot takes for now runs ahead of the clock by that much. */
  readonly time: { aheadMs: number; now(): number };
}

export async function startTestBot(
  packName: string | null = 'mirror-universe',
  clock: () => number = Date.now,
): Promise<TestBot> {
  const discord = await startBotDiscord({ clock: { now: clock } });
  const folder = mkdtempSync(join(tmpdir(), 'concordance-'));
  const pack = starterPack(packName);
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem));
  const shelf = openShelf(folder, clock, (lorebook) => {
    const stocked = stock(lorebook, pack.value, { ref: 'test', name: 'Test' }, 0);
    if (!stocked.ok) throw new Error(JSON.stringify(stocked.problem));
  });
  const time = { aheadMs: 0, now: () => clock() + time.aheadMs };
  const house = houseOf({
    shelf,
    nameOf: (guildId) => guildId,
    clock: time.now,
    stockEmpty: (lorebook) => {
      const empty = starterPack(null);
      if (empty.ok) stock(lorebook, empty.value, { ref: 'test', name: 'Test' }, 0);
    },
    kept: () => undefined,
  });
  const connection = { token: discord.token, apiUrl: discord.apiUrl };
  const log = pino({ level: 'silent' });
  const posts = dailyPosts({ ...connection, open: shelf.open, hasPosting: shelf.hasPosting, clock: time.now, log });
  const tellChanges = changesFeed({ clock: time.now, failed: () => undefined });
  const bot = await startBot({
    ...connection,
    groups: GROUPS,
    news: newsFor,
    open: shelf.open,
    shelf: house.file,
    guilds: {
      residence: house.residence,
      welcome: (guildId) => {
        const lorebook = house.file(guildId).again();
        return lorebook === null ? null : greeting(lorebook, time.now());
      },
    },
    clock: time.now,
    log,
    schedule: posts.port,
    acted: (guildId, lorebook, around) => {
      posts.changed(guildId);
      tellChanges(guildId, lorebook, around);
    },
    apart: { isLong, act: actApart },
    problemOf: (error) => openProblemOf(error, folder),
    onDead: (problem) => {
      throw new Error(problem.kind);
    },
  });
  if (!bot.ok) throw new Error(bot.problem.kind);
  const lorebookOf = (guildId: string): Lorebook => {
    const opened = shelf.open(guildId);
    if (!opened.ok) throw new Error(opened.problem.kind);
    return opened.value;
  };
  for (const { guild, roles } of [discord.alpha, discord.beta]) {
    const lorebook = lorebookOf(guild.id);
    changeSettings({ ...lorebook, by: OWNER, at: 0 }, lorebook.settings(), {
      roles: { scribe: [roles.scribe.id], keeper: [roles.keeper.id] },
    });
  }
  await posts.start(bot.value);
  return {
    ...discord,
    posts,
    bot: bot.value,
    shelf,
    folder,
    lorebook: lorebookOf,
    house,
    time,
    stop: async () => {
      await posts.stop(1000);
      await bot.value.stop(1000);
      shelf.close();
      await discord.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
