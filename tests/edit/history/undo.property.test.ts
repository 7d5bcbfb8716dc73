import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stock } from '../../../src/edit/pack/stock.ts';
import { planUndo, undo } from '../../../src/edit/undo.ts';
import type { Edit } from '../../../src/lore/history.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { readPack } from '../../../src/pack/read-folder.ts';
import { ARDENT } from '../../support/ardent-pack.ts';
import { openAt, TESTER, THEN } from '../../support/lorebook.ts';
import { writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';
import { type Picks, RANDOM_EDITS, targetOn } from './random-edits.ts';
import { contradictions, standingRows } from './standing-rows.ts';

const temp = tempFolders();
const KINDS = Object.keys(RANDOM_EDITS);
const STARTER = join(import.meta.dirname, '../../../data/mirror-universe');

const pick = fc.nat(1_000_000);
const step = fc.record({
  kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...KINDS) }, { weight: 2, arbitrary: fc.constant('undo') }),
  picks: fc.tuple(pick, pick, pick),
});

/** What a lorebook holds follows from which edits stand: whenever the same ones do, the same must be there. */
class Memory {
  readonly #held = new Map<string, Readonly<Record<string, readonly string[]>>>();

  check(book: Lorebook): void {
    const standing = standingEdits(book).map(({ id }) => id);
    const rows = standingRows(book);
    const before = this.#held.get(standing.join());
    if (before === undefined) this.#held.set(standing.join(), rows);
    else expect(rows).toEqual(before);
  }
}

/** Undos aside (what they take back does not stand, and that is all they do), and edits that changed nothing. */
function standingEdits(book: Lorebook): readonly Edit[] {
  return book.log
    .edits({ limit: 10_000 })
    .filter(({ id, op, undoneBy }) => op !== 'undo' && undoneBy === null && book.log.changes(id).length > 0);
}

function undoOne(book: Lorebook, [which]: Picks, edits: readonly Edit[]): boolean {
  const undoable = edits.filter((edit) => edit.undoneBy === null && planUndo(targetOn(book), edit.id).ok);
  const chosen = undoable[which % Math.max(1, undoable.length)];
  if (chosen === undefined) return false;
  const done = undo(targetOn(book), chosen.id, true);
  expect(done.ok).toBe(true);
  return true;
}

function inMemory(packFolder: string): Lorebook {
  const pack = readPack(packFolder);
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem));
  const book = openAt(':memory:');
  expect(stock(book, pack.value, TESTER, THEN).ok).toBe(true);
  return book;
}

function live(packFolder: string, steps: readonly { readonly kind: string; readonly picks: Picks }[]): void {
  const book = inMemory(packFolder);
  try {
    const memory = new Memory();
    memory.check(book);
    const check = (): void => {
      expect(contradictions(book)).toEqual([]);
      expect(book.log.brokenLink()).toBeNull();
      memory.check(book);
    };
    for (const { kind, picks } of steps) {
      if (kind === 'undo') undoOne(book, picks, book.log.edits({ limit: 40 }));
      else RANDOM_EDITS[kind]?.(book, picks);
      check();
    }
    let left = 300;
    while (undoOne(book, [left * 7, 0, 0], standingEdits(book)) && left > 0) {
      left -= 1;
      check();
    }
    expect(standingEdits(book).map(({ op }) => op)).toEqual(['load-pack']);
  } finally {
    book.close();
  }
}

describe('edits and undos in any order', () => {
  it.each([
    ['an invented world', () => writePack(temp(), ARDENT), 3],
    ['the starter', () => STARTER, 1],
  ])(
    'lead back to the same lorebook: %s',
    (_, folder, numRuns) => {
      const pack = folder();
      fc.assert(
        fc.property(fc.array(step, { minLength: 100, maxLength: 100, size: 'max' }), (steps) => live(pack, steps)),
        { seed: Number(process.env.SEED ?? 7), numRuns, endOnFailure: process.env.SHRINK === undefined },
      );
    },
    60_000,
  );
});
