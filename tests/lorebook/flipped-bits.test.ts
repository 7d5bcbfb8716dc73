import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addClaims } from '../../src/edit/bulk/add-claims.ts';
import { packFolder } from '../../src/edit/pack/stock.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openLorebook, openProblemOf } from '../../src/lorebook/open.ts';
import { chance } from '../bench/seeded.ts';
import { aLorebook, clock, TESTER, THEN } from '../support/lorebook.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const SEED = 20;
const FLIPS = 16;
const by = { actor: TESTER, level: 'admin', isOwnOnly: false } as const;

/** A closed lorebook with a history, as bytes. */
function bytes(): Buffer {
  const lorebook = aLorebook(temp(), packFolder('mirror-universe'));
  for (let n = 0; n < 20; n += 1) add(lorebook, `before-${n}`);
  const { path } = lorebook;
  lorebook.close();
  return readFileSync(path);
}

function add(lorebook: Lorebook, key: string): void {
  const cells = { subject: 'Worf', predicate: 'status', value: 'well', statement: `Told as ${key}.`, key };
  const options = { canCreate: true, isPartial: false, isDryRun: false };
  addClaims({ ...lorebook, by, at: THEN }, 'The log', [{ line: 1, cells }], options);
}

/** What came of it: nothing wrong, or the kind of the problem. Anything else is thrown on. */
function outcome(path: string, work: () => void): string {
  try {
    work();
    return 'fine';
  } catch (error) {
    const problem = openProblemOf(error, path);
    if (problem === undefined) throw error;
    return problem.kind;
  }
}

function readEverything({ read }: Lorebook): void {
  for (const entity of read.eachEntity()) read.claimsBySubject(entity.id);
  read.findings({ limit: 1000 });
  read.claimsByText('Worf', 10);
}

describe('a flipped bit', () => {
  const whole = bytes();
  const luck = chance(SEED);
  const places = Array.from({ length: FLIPS }, () => [luck.below(whole.length), luck.below(8)] as const);

  it.each(places)(
    'at byte %i, bit %i is survived, or said to be damage; an edit is taken whole or not at all',
    (at, bit) => {
      const path = join(temp(), 'guild.db');
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(path, flipped);
      const opened = openLorebook(path, clock);
      if (!opened.ok) {
        expect(['corrupt', 'not-a-lorebook', 'migrations-out-of-order', 'written-by-newer-version']).toContain(
          opened.problem.kind,
        );
        return;
      }
      const lorebook = opened.value;
      expect(['fine', 'corrupt']).toContain(outcome(path, () => readEverything(lorebook)));
      const edit = outcome(path, () => add(lorebook, 'afterwards'));
      expect(['fine', 'corrupt']).toContain(edit);
      const there = lorebook.database.all(`SELECT id FROM claim WHERE key = 'afterwards'`).length;
      if (edit === 'fine') expect(there).toBe(1);
      lorebook.close();
    },
  );
});
