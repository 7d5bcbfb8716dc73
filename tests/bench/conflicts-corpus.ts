import type { Database, SqlValue } from '../../src/lorebook/database.ts';
import { basePredicates } from '../../src/pack/base-predicates.ts';

const ENTITY = 'INSERT INTO entity(slug, name, folded, kind) VALUES (?, ?, ?, ?)';
const CLAIM = `INSERT INTO claim(account_id, continuity_id, subject_id, predicate_id, value_kind, object_id, low, high,
  date, date_kind, s_lo, s_hi, e_lo, e_hi, modality, statement)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asserted', '')`;
const QUALIFIER = 'INSERT INTO qualifier(claim_id, position, name, entity_id, text) VALUES (?, 0, ?, ?, ?)';
const PREDICATE = `INSERT INTO predicate(id, value_kind, cardinality, temporal, inverse, key, excludes, is_symmetric,
  is_acyclic, implies, meaning, phrases, is_base) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '[]', 1)`;

const DAYS = 365.2425;
const FIRST_YEAR = 1000;
const YEARS = 1000;

/** mulberry32: the same world for the same seed on every machine. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export interface Corpus {
  readonly claims: number;
  readonly persons: readonly number[];
  readonly polities: readonly number[];
  readonly events: readonly number[];
  /** Year in which each entity begins; it ends some sixty (a person) or two hundred years (a polity) later. */
  readonly began: ReadonlyMap<number, number>;
}

/** A year as the four bounds of a point, a state within it, or an as-of. */
function bounds(
  year: number | null,
  kind: 'point' | 'asof',
): [number | null, number | null, number | null, number | null] {
  if (year === null) return [null, null, null, null];
  const [first, last] = [Math.floor((year - 1970) * DAYS), Math.floor((year - 1969) * DAYS) - 1];
  return kind === 'point' ? [first, last, first, last] : [null, last, first, null];
}

/**
 * A world of `size` claims with one claim in a thousand wrong: persons with lives, offices, captures and battles,
 * polities with beginnings and wars, twenty accounts, four timelines. Popular polities are told of most (Zipf).
 */
export function fillCorpus(database: Database, size: number, seed = 7): Corpus {
  const pick = dice(seed);
  const began = new Map<number, number>();
  const addEntity = (name: string, kind: string): number => database.run(ENTITY, name, name, name, kind).lastId;
  const addMany = (kind: string, count: number): number[] =>
    Array.from({ length: Math.max(3, Math.floor(count)) }, (_, at) => {
      const id = addEntity(`${kind}-${at}`, kind);
      began.set(id, FIRST_YEAR + pick(YEARS - 250));
      return id;
    });
  let claims = 0;
  const zipf = (ids: readonly number[]): number =>
    ids[Math.floor(ids.length * (pick(1_000_000) / 1_000_000) ** 3)] ?? 1;
  const say = (
    subject: number,
    predicate: string,
    object: number | null,
    year: number | null,
    kind: 'point' | 'asof' = 'point',
    count: number | null = null,
  ): number => {
    const isWrong = pick(1000) === 0;
    const told = year !== null && isWrong ? year + 90 : year;
    const value = object !== null ? 'entity' : count !== null ? 'quantity' : 'date';
    const row: SqlValue[] = [
      1 + pick(20),
      pick(20) === 0 ? 2 + pick(3) : 1,
      subject,
      predicate,
      value,
      object,
      count,
      count,
      told === null ? (value === 'date' ? '1000' : null) : String(told),
      told === null ? 'none' : kind,
      ...bounds(told, kind),
    ];
    claims += 1;
    return database.run(CLAIM, ...row).lastId;
  };
  return database.transaction(() => {
    for (const p of basePredicates()) {
      database.run(
        PREDICATE,
        p.id,
        p.valueKind,
        p.cardinality,
        p.temporal,
        p.inverse,
        JSON.stringify(p.key),
        JSON.stringify(p.excludes),
        Number(p.isSymmetric),
        Number(p.isAcyclic),
        JSON.stringify(p.implies),
      );
    }
    for (const [at, slug] of ['root', 'branch', 'other', 'twig'].entries()) {
      const parent = at === 0 ? null : at === 3 ? 2 : 1;
      database.run(
        'INSERT INTO continuity(slug, name, parent_id, entity_id) VALUES (?, ?, ?, ?)',
        slug,
        slug,
        parent,
        addEntity(`timeline-${slug}`, 'continuity'),
      );
    }
    for (let at = 0; at < 20; at += 1)
      database.run('INSERT INTO account(slug, title) VALUES (?, ?)', `account-${at}`, `Account ${at}`);
    const persons = addMany('person', size / 10);
    const polities = addMany('polity', size / 200);
    const places = addMany('place', size / 40);
    const events = addMany('event', size / 25);
    const offices = addMany('office', size / 400);
    const yearOf = (id: number): number => began.get(id) ?? FIRST_YEAR;
    const lifeOf = (id: number): number => yearOf(id) + 15 + pick(40);
    /** Things that were there in a year, by the decade they began in. */
    const inTime = (ids: readonly number[], earliest: number, latest: number): ((year: number) => number | null) => {
      const decades = new Map<number, number[]>();
      for (const id of ids) {
        const decade = Math.floor(yearOf(id) / 10);
        decades.set(decade, [...(decades.get(decade) ?? []), id]);
      }
      return (year) => {
        for (let attempt = 0; attempt < 8; attempt += 1) {
          const began = year - earliest - pick(Math.max(1, latest - earliest));
          const list = decades.get(Math.floor(began / 10)) ?? [];
          const id = list[Math.floor(list.length * (pick(1_000_000) / 1_000_000) ** 3)];
          if (id !== undefined && yearOf(id) <= year - earliest && yearOf(id) >= year - latest) return id;
        }
        return null;
      };
    };
    const adult = inTime(persons, 15, 55);
    const parentOf = inTime(persons, 20, 40);
    const polityThen = inTime(polities, 0, 190);
    for (const id of polities) {
      const year = began.get(id) ?? FIRST_YEAR;
      say(id, 'formed', null, year);
      if (pick(2) === 0) say(id, 'dissolved', null, year + 200);
    }
    for (const id of places)
      if (pick(2) === 0 && id > (places[0] ?? 0))
        say(id, 'located_in', places[Math.floor((id - (places[0] ?? 0)) / 4)] ?? id, null);
    for (const id of events) {
      const year = began.get(id) ?? FIRST_YEAR;
      say(id, 'date', null, year);
      if (pick(2) === 0) say(id, 'location', places[id % places.length] ?? 1, year);
    }
    while (claims < size) {
      const person = zipf(persons);
      const year = yearOf(person);
      const event = events[pick(events.length)] ?? 1;
      const polity = polityThen(year + 30);
      switch (pick(12)) {
        case 0:
          say(person, 'born', null, year);
          break;
        case 1:
          say(person, 'died', null, year + 60);
          break;
        case 2:
          say(person, 'birth_place', places[person % places.length] ?? 1, null);
          break;
        case 3:
        case 4:
          if (polity !== null) say(person, 'member_of', polity, null);
          break;
        case 5:
          say(person, 'holds_position', offices[person % offices.length] ?? 1, year + 30 + (person % 8), 'asof');
          break;
        case 6:
        case 7: {
          const soldier = adult(yearOf(event));
          if (soldier === null) break;
          const claim = say(event, 'participant', soldier, null);
          const earlier = events[pick(events.length)] ?? event;
          if (pick(5) === 0 && yearOf(earlier) < yearOf(event)) database.run(QUALIFIER, claim, 'after', earlier, 'it');
          break;
        }
        case 8: {
          const claim = say(person, 'captured', places[(person * 3) % places.length] ?? 1, year + 20 + (person % 30));
          if (pick(3) === 0) database.run(QUALIFIER, claim, 'role', null, 'leader');
          break;
        }
        case 9:
          if (polity !== null) say(polity, 'led_by', person, lifeOf(person), 'asof');
          break;
        case 10:
          say(zipf(polities), 'count_of', null, null, 'asof', 7);
          break;
        default: {
          const parent = parentOf(year);
          if (parent !== null) say(person, 'parent', parent, null);
        }
      }
    }
    return { claims, persons, polities, events, began };
  });
}
