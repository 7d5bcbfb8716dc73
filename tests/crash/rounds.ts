import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Chance } from '../bench/seeded.ts';
import { type Asked, inspect } from './inspect.ts';
import { lorebookFile } from './lorebook-file.ts';
import { type Told, toldIn } from './told.ts';

const EDITOR = join(import.meta.dirname, 'editor.ts');
/** One lorebook lives through as many kills before a new one is begun. */
const KILLS_EACH = 12;

/** An editor that has loaded its code and waits for the word. */
interface Ready {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly run: string;
  output(): string;
  complaint(): string;
}

export interface Tally {
  kills: number;
  acknowledged: number;
  /** Edits that were in flight: whole on the disk, or without a trace. */
  kept: number;
  lost: number;
  readonly complaints: string[];
}

/** Kills an editor `kills` times and inspects what it left after each. */
export async function rounds(name: string, kills: number, luck: Chance, compiled: string, tally: Tally): Promise<void> {
  let folder = '';
  let asked: Asked[] = [];
  for (let round = 0; round < kills; round += 1) {
    if (round % KILLS_EACH === 0) {
      if (folder !== '') rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'concordance-crash-'));
      asked = [];
    }
    const editor = await readyEditor(folder, luck.below(2 ** 31), `${name}${round}`, compiled);
    const told = await runAndKill(editor, luck);
    asked.push(...askedIn(told));
    const before = asked.filter(({ id }) => id !== null).length;
    const path = lorebookFile(folder);
    const found = existsSync(path) ? inspect(path, asked) : asked.some(({ id }) => id !== null) ? ['no file'] : [];
    const known = asked.filter(({ id }) => id !== null);
    tally.kills += 1;
    tally.acknowledged += told.filter(({ at }) => at === 'done').length;
    tally.kept += known.length - before;
    tally.lost += told.filter(({ at }) => at === 'intent').length - told.filter(({ at }) => at === 'done').length;
    tally.complaints.push(...found.map((complaint) => `${editor.run}: ${complaint}`));
    // What never came to be needs no second look.
    asked = known;
    if (found.length > 0) return;
  }
  rmSync(folder, { recursive: true });
}

async function readyEditor(folder: string, seed: number, run: string, compiled: string): Promise<Ready> {
  const child = spawn(process.execPath, [EDITOR, folder, String(seed), run], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return { child, run, output: () => output, complaint: () => complaint };
}

/** Lets it run until a random moment: while it opens, after so many milliseconds, or right at an acknowledgement. */
async function runAndKill(editor: Ready, luck: Chance): Promise<readonly Told[]> {
  const { child } = editor;
  const closed = once(child, 'close');
  child.stdin.on('error', () => {});
  child.stdin.write('g');
  const kind = luck.below(10);
  if (kind < 2) await sleep(luck.next() * 60);
  else if (kind < 6) await sleep(60 + luck.next() * 300);
  else await acknowledgements(editor, 1 + luck.below(25), luck.next() * 8);
  const isRunning = child.exitCode === null;
  child.kill('SIGKILL');
  await closed;
  if (!isRunning) throw new Error(`the editor ended by itself: ${editor.complaint()}`);
  return toldIn(editor.output());
}

async function acknowledgements(editor: Ready, count: number, thenMs: number): Promise<void> {
  const has = (): boolean => editor.output().split('"at":"done"').length > count;
  while (!has() && editor.child.exitCode === null) await sleep(2);
  await sleep(thenMs);
}

function askedIn(told: readonly Told[]): Asked[] {
  const edits = new Map(told.flatMap((line) => (line.at === 'done' ? [[line.token, line.id] as const] : [])));
  return told.flatMap((line) =>
    line.at === 'intent' ? [{ intent: line.intent, id: edits.get(line.intent.token) ?? null }] : [],
  );
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
