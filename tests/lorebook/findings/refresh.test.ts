import { describe, expect, it } from 'vitest';
import type { ClaimValue, Qualifier } from '../../../src/lore/claim.ts';
import type { EntityId } from '../../../src/lore/ids.ts';
import type { Database } from '../../../src/lorebook/database.ts';
import { fileConflict } from '../../../src/lorebook/findings/filed.ts';
import { rebuildFindings, refreshFindings } from '../../../src/lorebook/findings/refresh.ts';
import { readSum } from '../../../src/lorebook/findings/state.ts';
import { type SmallLorebook, smallLorebook } from './small-lorebook.ts';

/** mulberry32: the same numbers for the same seed on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const KINDS = ['person', 'person', 'person', 'polity', 'polity', 'group', 'place', 'place', 'event', 'event', 'office'];
const DATED = ['born', 'died', 'formed', 'dissolved', 'date', 'destroyed'];
const RELATIONS = [
  'killed_by',
  'mother',
  'father',
  'parent',
  'spouse',
  'founded_by',
  'formed_from',
  'successor_state_of',
  'holds_position',
  'succeeded_by',
  'led_by',
  'member_of',
  'ally_of',
  'at_war_with',
  'made_peace_with',
  'conquered',
  'captured',
  'liberated',
  'enslaved',
  'controls',
  'located_in',
  'part_of',
  'location',
  'participant',
  'birth_place',
  'caused_by',
  'victor',
  'enemy_of',
  'based_at',
];
const STATES = new Set([
  'spouse',
  'holds_position',
  'led_by',
  'member_of',
  'ally_of',
  'at_war_with',
  'controls',
  'located_in',
  'part_of',
  'enemy_of',
  'based_at',
]);

function randomClaim(pick: (below: number) => number, entities: readonly number[], small: SmallLorebook): number {
  const any = (): number => entities[pick(entities.length)] ?? 1;
  const year = (): string => String(2300 + pick(12));
  const dateOf = (isState: boolean): string | null => {
    switch (pick(isState ? 6 : 3)) {
      case 0:
        return null;
      case 3:
        return `${year()}/..`;
      case 4:
        return `../${year()}`;
      case 5: {
        const [a, b] = [year(), year()].sort();
        return a === b ? `${a}` : `${a}/${b}`;
      }
      default:
        return year();
    }
  };
  const qualifiers: Qualifier[] = [];
  const name = ['event', 'after', 'before', 'since', 'office', 'exempt', 'aggressor', 'role'][pick(24)];
  if (name !== undefined)
    qualifiers.push({ name, entity: name === 'exempt' || name === 'role' ? null : (any() as EntityId), text: 'x' });
  const base = {
    subject: any(),
    account: 1 + pick(3),
    continuity: 1 + (pick(3) === 0 ? pick(4) : 0),
    modality: pick(6) === 0 ? ('hedged' as const) : ('asserted' as const),
    qualifiers,
  };
  switch (pick(12)) {
    case 0:
    case 1:
    case 2:
      return small.claim({ ...base, predicate: DATED[pick(DATED.length)] ?? 'born', date: year() });
    case 3: {
      const value: ClaimValue = { kind: 'quantity', low: pick(4), high: 3 + pick(4), text: 'some' };
      return small.claim({ ...base, predicate: 'count_of', value, date: dateOf(true), kind: 'asof' });
    }
    case 4:
      return small.claim({
        ...base,
        predicate: 'existed',
        value: { kind: 'yesno', yes: pick(2) === 0 },
        kind: 'state',
      });
    case 5:
      return small.claim({ ...base, predicate: 'ruled_by', value: { kind: 'none' }, kind: 'state' });
    case 6:
      return small.claim({
        ...base,
        predicate: 'motive',
        value: { kind: 'text', text: 'x' },
        qualifiers: [{ name: 'aggressor', entity: any() as EntityId, text: 'x' }],
      });
    default: {
      const predicate = RELATIONS[pick(RELATIONS.length)] ?? 'member_of';
      const isState = STATES.has(predicate);
      const kind = isState ? (pick(3) === 0 ? 'asof' : 'state') : 'point';
      const date = dateOf(isState && kind === 'state');
      return small.claim({ ...base, predicate, value: { kind: 'entity', entity: any() as EntityId }, date, kind });
    }
  }
}

/** All that is derived, without the row numbers of breaches. */
function derived(database: Database): unknown {
  return {
    findings: database.all('SELECT * FROM finding ORDER BY id'),
    claims: database.all('SELECT * FROM finding_claim ORDER BY claim_id, finding_id'),
    breaches: database.all('SELECT corner, data, finding_id FROM breach ORDER BY corner, data'),
    sum: readSum(database),
  };
}

describe('refreshFindings', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'gives what a rebuild gives, edit by edit (seed %i)',
    { timeout: 60_000 },
    (seed) => {
      const pick = seeded(seed);
      const small = smallLorebook();
      const { database } = small.book;
      const entities = KINDS.map((kind, at) => small.entity(`${kind} ${at}`, kind));
      const claims: number[] = [];
      const retracted = new Set<number>();
      const filed: number[] = [];
      rebuildFindings(database);
      for (let step = 0; step < 60; step += 1) {
        const act = pick(20);
        const one = claims[pick(Math.max(1, claims.length))];
        if (act < 14 || one === undefined) {
          const id = randomClaim(pick, entities, small);
          claims.push(id);
          refreshFindings(database, { claims: [id as never] });
        } else if (act < 17) {
          if (retracted.delete(one)) small.restore(one);
          else {
            retracted.add(one);
            small.retract(one);
          }
          refreshFindings(database, { claims: [one as never] });
        } else if (act === 17) {
          const entity = entities[pick(entities.length)] ?? 1;
          database.run('UPDATE entity SET kind = ? WHERE id = ?', KINDS[pick(KINDS.length)] ?? 'person', entity);
          refreshFindings(database, { claims: [], entities: [entity as EntityId] });
        } else if (act === 18) {
          database.run('UPDATE claim SET continuity_id = ? WHERE id = ?', 1 + pick(4), one);
          refreshFindings(database, { claims: [one as never] });
        } else {
          const known = filed[0];
          if (known !== undefined && pick(2) === 0) {
            const by = pick(2) === 0 ? small.edit : null;
            database.run('UPDATE filed_conflict SET withdrawn_by = ? WHERE id = ?', by, known);
            refreshFindings(database, { claims: [], filed: [known] });
          } else {
            const both = [one, claims[pick(claims.length)] ?? one] as never[];
            const id = fileConflict(database, { title: `filed ${step}`, why: 'why', claims: both }, null);
            filed.unshift(id);
            refreshFindings(database, { claims: [], filed: [id] });
          }
        }
        const incremental = derived(database);
        rebuildFindings(database);
        expect(incremental, `step ${step}, act ${act}`).toEqual(derived(database));
      }
      small.book.close();
    },
  );
});
