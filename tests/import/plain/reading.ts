import { starterPack, stock } from '../../../src/edit/pack/stock.ts';
import type { Gathered } from '../../../src/import/gathered.ts';
import { readHtml, readText } from '../../../src/import/plain/read-plain.ts';
import { type World, worldOf } from '../../ask/worlds.ts';
import { openAt, TESTER, THEN } from '../../support/lorebook.ts';

/** A lorebook that knows nothing. */
export const NOTHING_KNOWN = emptyLorebook().read;

function emptyLorebook() {
  const lorebook = openAt(':memory:');
  const empty = starterPack(null);
  if (!empty.ok || !stock(lorebook, empty.value, TESTER, THEN).ok) throw new Error('no empty lorebook');
  return lorebook;
}

export function read(text: string, world: World | null = null, continuity: string | null = null): readonly Gathered[] {
  const known = world === null ? NOTHING_KNOWN : worldOf(world);
  return [...readText(text, known, { file: 'page.txt', continuity })];
}

export function readPage(html: string): readonly Gathered[] {
  return [...readHtml(html, NOTHING_KNOWN, { file: 'page.html', continuity: null })];
}

export function of<K extends Gathered['kind']>(
  kind: K,
  gathered: readonly Gathered[],
): readonly Extract<Gathered, { kind: K }>[] {
  return gathered.filter((one): one is Extract<Gathered, { kind: K }> => one.kind === kind);
}

/** Suggestions as short lines: subject, predicate, value, then what else they say. */
export function suggested(text: string, world: World | null = null): readonly string[] {
  return of('suggestion', read(text, world)).map(({ cells }) =>
    [
      `${cells.subject}, ${cells.predicate}, ${cells.value}`,
      cells.date === undefined ? '' : `${cells.date}${cells.end === undefined ? '' : `/${cells.end}`}`,
      cells.date_kind ?? '',
      cells.modality ?? '',
      cells.qualifiers ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
}
