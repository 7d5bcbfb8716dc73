import { describe, expect, it } from 'vitest';
import { checkAll } from '../../src/conflict/check.ts';
import { sourceOf } from '../../src/conflict/source.ts';
import { hasSign } from '../../src/lore/finding.ts';
import { REALM } from './realm.ts';
import { type Row, sketch, verdicts } from './sketch.ts';

describe('bad input', () => {
  it('ends the lineage of a timeline that is its own ancestor', () => {
    const cast = {
      ...REALM,
      continuities: [
        { slug: 'main', parent: 'branch' },
        { slug: 'branch', parent: 'main' },
      ],
    };
    const rows: Row[] = [
      { s: 'Aldra', p: 'died', v: '0440' },
      { s: 'Aldra', p: 'died', v: '0460', continuity: 'branch' },
      { s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0500', continuity: 'branch' },
    ];
    expect(() => sketch(cast, rows)).not.toThrow();
  });

  it('takes no order from a date that did not parse', () => {
    const rows: Row[] = [
      { s: 'Aldra', p: 'died', v: '0440' },
      { s: 'Free Folk', p: 'led_by', v: 'Aldra' },
    ];
    expect(sketch(REALM, rows).findings).toEqual([]);
  });

  it('never flags a predicate nobody declared more of', () => {
    const rows: Row[] = [
      { s: 'Aldra', p: 'remembered_by', v: 'Brun', account: 'A' },
      { s: 'Aldra', p: 'remembered_by', v: 'Cora', account: 'B' },
    ];
    expect(sketch(REALM, rows).findings).toEqual([]);
  });

  it('makes one finding of five hundred values of one property', () => {
    const rows: Row[] = Array.from({ length: 500 }, (_, at) => ({
      s: 'Aldra',
      p: 'died',
      v: String(400 + at).padStart(4, '0'),
      account: `account ${at}`,
    }));
    const started = performance.now();
    const { findings } = sketch(REALM, rows);
    expect(verdicts(findings)).toEqual(['R2 conflict 3']);
    expect(findings[0]?.explanation).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('flags an account that contradicts itself in one sentence', () => {
    const rows: Row[] = [
      { s: 'Aldra', p: 'died', v: '0440' },
      { s: 'Aldra', p: 'died', v: '0460' },
    ];
    expect(verdicts(sketch(REALM, rows).findings)).toEqual(['R2 conflict 3']);
  });

  it('bears a ring of parts, of causes and of states at once', () => {
    const rows: Row[] = [
      { s: 'Highgate', p: 'located_in', v: 'Fenmoor' },
      { s: 'Fenmoor', p: 'located_in', v: 'Marches' },
      { s: 'Marches', p: 'located_in', v: 'Highgate' },
      { s: 'Varn', p: 'successor_state_of', v: 'Oster' },
      { s: 'Oster', p: 'successor_state_of', v: 'Varn' },
      { s: 'Aldra', p: 'birth_place', v: 'Highgate' },
      { s: 'Aldra', p: 'birth_place', v: 'Marches' },
    ];
    expect(sketch(REALM, rows).findings.filter(hasSign)).toHaveLength(2);
  });

  it('bears bounds that exclude themselves, as a tampered file may hold', () => {
    const rows: Row[] = [{ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0400', end: '0500' }];
    const { world, facts } = sketch(REALM, rows);
    const tampered = facts.map((fact) => ({ ...fact, bounds: { sLo: 10, sHi: 5, eLo: 3, eHi: 1 } }));
    expect(() => checkAll(world, sourceOf(tampered), tampered)).not.toThrow();
  });
});
