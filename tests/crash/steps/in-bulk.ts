import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addClaims } from '../../../src/edit/bulk/add-claims.ts';
import { importJob } from '../../../src/jobs/import-job.ts';
import { ACCOUNTS, cells, type Desk, edit, type Maker, PEOPLE, standing, TOWN, target } from '../desk.ts';

function addRows(desk: Desk, token: string, count: number, isBroken: boolean) {
  const rows = Array.from({ length: count }, (_, line) => ({
    line,
    cells: {
      ...cells(desk, `Told as ${token}, row ${line}.`, count > 100 ? TOWN[line] : undefined),
      key: `${token}.${line}`,
    },
  }));
  const all = isBroken ? [...rows, { line: count, cells: { subject: 'Person 1', predicate: 'born' } }] : rows;
  const options = { canCreate: true, isPartial: false, isDryRun: false };
  const done = addClaims(target(desk), desk.luck.pick(ACCOUNTS), all, options);
  return { ok: done.ok && done.value.isWritten, done };
}

function batch(size: (desk: Desk) => number): Maker {
  return (desk, token) => {
    const count = size(desk);
    return edit(desk, token, { kind: 'batch', op: 'add-claims', parts: { 'claim.added': count } }, () =>
      addRows(desk, token, count, false),
    );
  };
}

const refused: Maker = (desk, token) => ({
  intent: { token, kind: 'batch with a bad row', shape: 'refused' },
  work: () => {
    if (addRows(desk, token, 5, true).ok) throw new Error('a batch with a bad row was taken');
    return null;
  },
});

/** A page of one of three accounts, or its newer version: what was there before is set aside. */
const imported: Maker = (desk, token) => {
  const { folder, luck, lorebook } = desk;
  const path = join(folder, 'page.txt');
  const text = `${luck.pick(PEOPLE)} kept the ledger, as ${token} says.\n\n${luck.pick(PEOPLE)} was born in ${1200 + luck.below(60)}.\n`;
  const shape = { kind: 'import', op: 'import', parts: { 'passage.added': 2 } };
  return edit(desk, token, shape, () => {
    writeFileSync(path, text);
    const outcome = importJob(
      lorebook,
      {
        paths: [path],
        title: `Chronicle ${luck.below(3)}`,
        encoding: null,
        format: 'text',
        mapping: null,
        isDryRun: false,
        isPartial: false,
        by: standing(),
        at: Date.now(),
      },
      () => {},
    );
    return { ok: outcome.kind === 'imported' && outcome.report.isWritten, outcome };
  });
};

// More rows than 500 are checked with everything else: another way through the code.
const sizes: Maker = (desk, token) =>
  batch(({ luck: { below } }) => (below(12) === 0 ? TOWN.length : 1 + below(30)))(desk, token);

export const inBulk: readonly Maker[] = [sizes, sizes, refused, imported];
