import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../src/edit/pack/load-pack.ts';
import type { LoreReader } from '../../src/lore/reader.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { readPack } from '../../src/pack/read-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The starter pack, a tabletop campaign with a calendar of its own, a chronicle. */
export const WORLDS = {
  starter: join(ROOT, 'data/mirror-universe'),
  coast: join(ROOT, 'tests/worlds/sundered-coast'),
  vale: join(ROOT, 'tests/worlds/vale-chronicle'),
} as const;
export type World = keyof typeof WORLDS;

const open = new Map<World, LoreReader>();

export function worldOf(world: World): LoreReader {
  const known = open.get(world);
  if (known !== undefined) return known;
  const reader = readerOf(WORLDS[world]);
  open.set(world, reader);
  return reader;
}

export function readerOf(folder: string): LoreReader {
  const lorebook = openLorebook(':memory:', () => 0);
  const pack = readPack(folder);
  if (!lorebook.ok || !pack.ok) throw new Error(`cannot read ${folder}`);
  const actor = { ref: 'test', name: 'Test' };
  const { write: writer, references, read } = lorebook.value;
  const loaded = loadPack(pack.value, { writer, references, actor, at: 0 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem[0]));
  return read;
}

export interface Expected {
  readonly world: World;
  readonly question: string;
  readonly intent: string;
  readonly status: string;
  readonly holds: readonly string[];
}

const STATUS: Readonly<Record<string, string>> = {
  a: 'answered',
  n: 'not-recorded',
  m: 'ambiguous',
  u: 'not-understood',
};

/** The question set: `question | intent | status | what the text must hold`. */
export function questionsOf(world: World): readonly Expected[] {
  const text = readFileSync(join(import.meta.dirname, `questions/${world}.txt`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [question = '', intent = '', status = '', holds = ''] = line.split(' | ').map((part) => part.trim());
      return {
        world,
        question,
        intent,
        status: STATUS[status] ?? status,
        holds: holds.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
      };
    });
}

export const QUESTIONS: readonly Expected[] = (['starter', 'coast', 'vale'] as const).flatMap(questionsOf);
