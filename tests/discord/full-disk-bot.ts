// Runs in a process of its own, with TMPDIR on a small disk: the bot edits until the disk is full, goes on answering,
// and is given room again. Prints what it saw as JSON.
import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLorebook } from '../../src/lorebook/open.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot } from '../support/bot.ts';
import type { TestServer } from '../support/discord.ts';

/** What is left before the first edit, in bytes. */
const ROOM = 1_500_000;
const MOST_EDITS = 300;
const ballast = join(tmpdir(), 'ballast');

export interface Seen {
  /** What the first refused edit was told, and one that began when nothing at all was left. */
  readonly refusals: readonly string[];
  readonly saved: readonly string[];
  /** Notes of refused edits. */
  readonly refused: readonly string[];
  readonly answers: readonly string[];
  readonly suggestions: number;
  /** Opening a lorebook that was not open, a new one, and what an edit was told once there was room again. */
  readonly closedOne: string;
  readonly newOne: string;
  readonly afterwards: string;
  readonly kept: readonly string[];
  readonly soundness: readonly unknown[];
}

const bot = await startTestBot();
const opened = bot.shelf.open(bot.alpha.guild.id);
if (!opened.ok) throw new Error(opened.problem.kind);
const { path } = opened.value;

async function adding(server: TestServer, note: string): Promise<string> {
  const keeper = server.as('keeper');
  const told = { subject: 'Worf', predicate: 'described_as', value: note, statement: note };
  const preview = await keeper.type('/fact add', told).reply();
  if (!/Save/.test(JSON.stringify(preview.components))) return textOf(preview);
  return textOf(await keeper.click(preview, 'Save').reply());
}

const answer = async (server: TestServer): Promise<string> =>
  textOf(await server.as('reader').type('/lore entry', { name: 'Worf' }).reply());
const isFull = (said: string): boolean => said.includes('disk is full');

function fillUp(): void {
  try {
    for (;;) appendFileSync(ballast, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

// One that is there and closed.
const closed = join(tmpdir(), 'closed.db');
await opened.value.backup(closed);
const { bavail, bsize } = statfsSync(tmpdir());
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - ROOM)));
const saved: string[] = [];
const refused: string[] = [];
const refusals: string[] = [];
for (let n = 0; refusals.length === 0 && n < MOST_EDITS; n += 1) {
  const note = `${'as long as a page '.repeat(40)}${n}`;
  const said = await adding(bot.alpha, note);
  if (isFull(said)) refusals.push(said);
  (isFull(said) ? refused : saved).push(note);
}
fillUp();
refused.push('with nothing left');
refusals.push(await adding(bot.alpha, 'with nothing left'));
const answers = [await answer(bot.alpha), await answer(bot.beta)];
const suggestions = (await bot.alpha.as('reader').autocomplete('/lore entry', { name: 'wo' }, 'name')).length;
const kindOf = (file: string): string => {
  const one = openLorebook(file, Date.now);
  if (one.ok) one.value.close();
  return one.ok ? 'opened' : one.problem.kind;
};
const closedOne = kindOf(closed);
const newOne = kindOf(join(tmpdir(), 'new.db'));
rmSync(ballast);
const afterwards = await adding(bot.alpha, 'with room again');
bot.shelf.close();
const again = openLorebook(path, Date.now);
if (!again.ok) throw new Error(again.problem.kind);
const { database, log } = again.value;
const seen: Seen = {
  refusals,
  saved,
  refused,
  answers,
  suggestions,
  closedOne,
  newOne,
  afterwards,
  kept: database.all<{ text: string }>('SELECT statement AS text FROM claim').map(({ text }) => text),
  soundness: [database.get('PRAGMA integrity_check'), log.brokenLink()],
};
again.value.close();
process.stdout.write(JSON.stringify(seen));
process.exit(0);
