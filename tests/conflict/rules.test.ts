import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/lore/finding.ts';
import { readCases } from './case-table.ts';
import { REALM } from './realm.ts';
import { type Row, sketch, verdicts } from './sketch.ts';

const GROUPS = readCases(join(import.meta.dirname, 'cases'));

describe.each(GROUPS)('$name', ({ cases }) => {
  it.each(cases)('$name => $finds', ({ rows, finds }) => {
    expect(verdicts(sketch(REALM, rows).findings)).toEqual(finds);
  });
});

const everyCase = GROUPS.flatMap(({ name, cases }) => cases.map((each) => ({ group: name, ...each })));

function found(rows: readonly Row[], kept: readonly number[]): readonly Finding[] {
  return sketch(REALM, rows, kept).findings;
}

describe('every finding', () => {
  it.each(everyCase)('does not depend on the order of the claims ($group: $name)', ({ rows }) => {
    const forward = rows.map((_, at) => at);
    expect(found(rows, forward.toReversed())).toEqual(found(rows, forward));
  });

  it.each(everyCase.filter(({ finds }) => finds.length > 0))(
    'is explained by claims of which none can be spared ($group: $name)',
    ({ rows }) => {
      const all = rows.map((_, at) => at);
      for (const finding of found(rows, all)) {
        const explaining = finding.explanation.map((claim) => claim - 1);
        const same = (kept: readonly number[]) =>
          found(rows, kept).some((other) => other.rule === finding.rule && other.class === finding.class);
        // What makes a finding a mere mention is told by other claims, which do not make it.
        expect(same(explaining), 'the explanation by itself').toBe(true);
        for (const spared of explaining) {
          expect(same(explaining.filter((at) => at !== spared)), `without ${spared}`).toBe(false);
        }
      }
    },
  );

  it.each(everyCase.filter(({ finds }) => finds.length > 0))(
    'keeps its id when one more account says the same ($group: $name)',
    ({ rows }) => {
      const before = found(
        rows,
        rows.map((_, at) => at),
      );
      for (const row of rows) {
        const more = [...rows, { ...row, account: 'C' }];
        const after = found(
          more,
          more.map((_, at) => at),
        ).map(({ id }) => id);
        for (const { id } of before) expect(after).toContain(id);
      }
    },
  );
});
