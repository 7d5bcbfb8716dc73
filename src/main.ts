import './require-node.mjs';
import { changesFeed } from '../commands/edits/changes-feed.ts';
import { GROUPS } from '../commands/index.ts';
import { newsFor } from '../commands/suggestions/news.ts';
import { greeting } from '../commands/welcome.ts';
import { actApart, isLong } from './acts/act-apart.ts';
import { config, template } from './beginning.ts';
import { dailyPosts } from './daily-posts.ts';
import { startBot } from './discord/bot.ts';
import { holdsNothing, thingsToTry } from './documents/tries.ts';
import { changeSettings } from './edit/change-settings.ts';
import { stockFrom } from './edit/pack/stock.ts';
import { createLog } from './log.ts';
import { houseOf } from './lorebook/care/house.ts';
import type { Lorebook } from './lorebook/lorebook.ts';
import { openProblemOf } from './lorebook/open.ts';
import { ownFolder } from './lorebook/owner.ts';
import { openShelf } from './lorebook/shelf.ts';
import { problems } from './messages/en/problems.ts';
import { packFaultText } from './messages/en/rows.ts';
import { start } from './messages/en/start.ts';
import { terminal } from './messages/en/terminal.ts';
import type { PackFault } from './pack/pack.ts';
import { type Playground, playgroundProblemText, startPlayground } from './playground/start.ts';

/** How long interactions under way may take after SIGTERM. */
const GRACE_MS = 5_000;
/** How often lorebooks of servers that the bot left are looked through. */
const SWEEP_MS = 24 * 60 * 60 * 1000;

if (!config.ok) end(terminal.config(config.problem));
const { discordToken, discordApiUrl, lorebookDir, playgroundPort, logLevel } = config.value;
const starterName = config.value.starterPack;

const starter = await template;
if (!starter?.ok) end(starterFaults(starter?.problem ?? []));
const owner = ownFolder(lorebookDir);
if (!owner.ok) end(problems.owner(owner.problem));

const log = createLog(logLevel);
/** The playground's can be set forward. */
let clock: () => number = Date.now;
const shelf = openShelf(
  lorebookDir,
  () => clock(),
  (lorebook) => fill(lorebook, starterName),
);
shelf.prepare(starter.value);

/** What must end before the process does, last opened first. */
const ending: (() => Promise<void> | void)[] = [owner.value.release, shelf.close];
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    for (const close of ending.reverse()) await close();
    process.exit(0);
  });
}

const playground = discordToken === null ? await openPlayground() : null;
if (playground !== null) {
  const { clock: settable } = playground;
  clock = () => settable.now();
  ending.push(playground.stop);
}
const house = houseOf({
  shelf,
  nameOf,
  clock: () => clock(),
  stockEmpty: (lorebook) => fill(lorebook, null),
  kept: (where) => log.warn({ where }, 'a copy of a lorebook was too large to hand out and is kept here'),
});
const discord = { token: playground?.token ?? discordToken ?? '', apiUrl: playground?.apiUrl ?? discordApiUrl };
const open = (guildId: string) => shelf.open(nameOf(guildId));
const posts = dailyPosts({
  ...discord,
  open,
  hasPosting: (guildId) => shelf.hasPosting(nameOf(guildId)),
  clock: () => clock(),
  log,
});
const tellChanges = changesFeed({
  clock: () => clock(),
  failed: (guild, edit, err) => log.warn({ guild, edit, err }, 'a change could not be told in its channel'),
});
const bot = await startBot({
  ...discord,
  groups: GROUPS,
  open,
  news: newsFor,
  shelf: house.file,
  schedule: posts.port,
  acted: (guildId, lorebook, around) => {
    posts.changed(guildId);
    tellChanges(guildId, lorebook, around);
  },
  guilds: { residence: house.residence, welcome },
  clock: () => clock(),
  log,
  apart: { isLong, act: actApart },
  problemOf: (error) => openProblemOf(error, lorebookDir),
  onDead: (problem) => end(problems.bot(problem, discordApiUrl)),
});
if (!bot.ok) end(problems.bot(bot.problem, discordApiUrl));
ending.push(async () => void (await Promise.all([posts.stop(GRACE_MS), bot.value.stop(GRACE_MS)])));
playground?.clock.onAdvance(posts.wake);
sweep();
setInterval(sweep, SWEEP_MS).unref();
playground?.clock.onAdvance(sweep);
if (playground !== null) {
  appoint(playground);
  greet(playground);
}
await posts.start(bot.value);

/** Starts the loopback Discord and its page; the first server's lorebook is the one the terminal opens too. */
async function openPlayground() {
  const opened = await startPlayground({ port: playgroundPort });
  if (!opened.ok) return end(playgroundProblemText(opened.problem));
  const { alpha } = opened.value;
  return {
    ...opened.value,
    lorebookOf: (guildId: string) => (guildId === alpha.guild.id ? 'playground' : `playground-${guildId}`),
  };
}

/** The lorebook of a server. */
function nameOf(guildId: string): string {
  return playground?.lorebookOf(guildId) ?? guildId;
}

/** Deletes lorebooks of servers that removed the bot long enough ago. */
function sweep(): void {
  if (!bot.ok) return;
  try {
    const deleted = house.residence.sweep([...bot.value.client.guilds.cache.keys()]);
    if (deleted > 0) log.info({ deleted }, 'lorebooks were deleted: the bot was removed from their servers long ago');
  } catch (error) {
    log.error({ err: error }, 'lorebooks of servers that are gone could not be deleted');
  }
}

/** The greeting of a server that is new to the bot; null where it was greeted already. */
function welcome(guildId: string) {
  const lorebook = house.file(guildId).again();
  return lorebook === null ? null : greeting(lorebook, clock());
}

function fill(lorebook: Lorebook, pack: string | null): void {
  const filled = stockFrom(pack, lorebook, Date.now());
  if (!filled.ok) end(starterFaults(filled.problem));
}

function starterFaults(faults: readonly PackFault[]): string {
  return problems.starter(starterName ?? 'none', faults.map(packFaultText));
}

/** The people one can speak as have what their names promise. */
function appoint({ alpha, beta }: Pick<Playground, 'alpha' | 'beta'>): void {
  const by = { actor: { ref: 'bot', name: 'Concordance' }, level: 'admin', isOwnOnly: false } as const;
  for (const { guild, roles } of [alpha, beta]) {
    const lorebook = shelf.open(nameOf(guild.id));
    if (!lorebook.ok) end(problems.open(lorebook.problem));
    if (lorebook.value.setting('roles') !== undefined) continue;
    const appointed = { scribe: [roles.scribe.id], keeper: [roles.keeper.id] };
    changeSettings({ ...lorebook.value, by, at: clock() }, lorebook.value.settings(), { roles: appointed });
  }
}

function greet({ url, suggest }: Pick<Playground, 'url' | 'suggest'>): void {
  const lorebook = shelf.open('playground');
  if (!lorebook.ok) end(problems.open(lorebook.problem));
  const { read } = lorebook.value;
  const tries = thingsToTry(read);
  suggest(tries);
  process.stdout.write(`${start.playground(url, holdsNothing(read) ? null : read.profile.title, tries)}\n`);
}

/** Says one sentence and ends. */
function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
