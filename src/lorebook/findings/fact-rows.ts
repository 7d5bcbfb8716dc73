import type { Fact } from '../../conflict/fact.ts';
import type { Modality, Qualifier } from '../../lore/claim.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../../lore/ids.ts';
import type { ValueKind } from '../../lore/predicate.ts';
import { type Bounds, type DateKind, UNBOUNDED } from '../../lore/time/bounds.ts';

/** A claim's row and one of its qualifiers; a claim with three qualifiers is three rows, in order. */
export interface FactRow {
  readonly id: number;
  readonly account_id: number;
  readonly continuity_id: number;
  readonly subject_id: number;
  readonly predicate_id: string;
  readonly value_kind: ValueKind;
  readonly object_id: number | null;
  readonly text: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly date_kind: DateKind;
  readonly s_lo: number | null;
  readonly s_hi: number | null;
  readonly e_lo: number | null;
  readonly e_hi: number | null;
  readonly modality: Modality;
  readonly is_unsure: number;
  readonly q_name: string | null;
  readonly q_entity: number | null;
  readonly q_text: string | null;
}

const OWN = `claim.id, claim.account_id, claim.continuity_id, claim.subject_id, claim.predicate_id, claim.value_kind,
  claim.object_id, claim.text, claim.low, claim.high, claim.date_kind, claim.s_lo, claim.s_hi, claim.e_lo, claim.e_hi,
  claim.modality, COALESCE(instr(claim.date, '?') > 0 OR instr(claim.date, '%') > 0, 0) AS is_unsure`;

/** The columns of a fact, with those of its qualifiers. */
export const FACT_COLUMNS = `${OWN}, qualifier.name AS q_name, qualifier.entity_id AS q_entity,
  qualifier.text AS q_text`;
export const WITH_QUALIFIERS = 'LEFT JOIN qualifier ON qualifier.claim_id = claim.id';
export const IN_ORDER = 'ORDER BY claim.id, qualifier.position';

/** Where an entity that was merged away went. */
export type Merged = ReadonlyMap<number, number>;

const NO_QUALIFIERS: readonly Qualifier[] = [];

/** Facts of rows that stand in order of claims. Equal texts and empty parts are shared: a million facts stay small. */
export function* factsOf(rows: Iterable<FactRow>, merged: Merged): Generator<Fact> {
  const after = (id: number): EntityId => {
    let at = id;
    for (let step = 0; step < LONGEST_MERGE_CHAIN; step += 1) {
      const next = merged.get(at);
      if (next === undefined) break;
      at = next;
    }
    return at as EntityId;
  };
  const pool: Pool = { bounds: new Map(), words: new Map() };
  let current: FactRow | undefined;
  let qualifiers: Qualifier[] = [];
  for (const row of rows) {
    if (current !== undefined && row.id !== current.id) {
      yield factOfRow(current, qualifiers, after, pool);
      qualifiers = [];
    }
    current = row;
    if (row.q_name !== null) {
      const entity = row.q_entity === null ? null : after(row.q_entity);
      qualifiers.push({ name: row.q_name, entity, text: row.q_text ?? '' });
    }
  }
  if (current !== undefined) yield factOfRow(current, qualifiers, after, pool);
}

const LONGEST_MERGE_CHAIN = 32;

function factOfRow(row: FactRow, qualifiers: readonly Qualifier[], after: (id: number) => EntityId, pool: Pool): Fact {
  return {
    id: row.id as ClaimId,
    account: row.account_id as AccountId,
    continuity: row.continuity_id as ContinuityId,
    subject: after(row.subject_id),
    predicate: kept(pool, row.predicate_id) as PredicateId,
    kind: kept(pool, row.value_kind),
    object: row.object_id === null ? null : after(row.object_id),
    text: row.text,
    low: row.low,
    high: row.high,
    dateKind: kept(pool, row.date_kind),
    bounds: boundsOfRow(row, pool),
    modality: kept(pool, row.modality),
    isUnsure: row.is_unsure === 1,
    qualifiers: qualifiers.length === 0 ? NO_QUALIFIERS : qualifiers,
  };
}

/** Most dates are years, and a lorebook has few of them; predicates are fewer still: what is equal is kept once. */
interface Pool {
  readonly bounds: Map<string, Bounds>;
  readonly words: Map<string, string>;
}

const LARGEST_POOL = 50_000;

/** SQLite hands out a new string for every cell. */
function kept<Word extends string>(pool: Pool, word: Word): Word {
  const known = pool.words.get(word);
  if (known !== undefined) return known as Word;
  pool.words.set(word, word);
  return word;
}

function boundsOfRow({ s_lo, s_hi, e_lo, e_hi }: FactRow, pool: Pool): Bounds {
  if (s_lo === null && s_hi === null && e_lo === null && e_hi === null) return UNBOUNDED;
  const key = `${s_lo}:${s_hi}:${e_lo}:${e_hi}`;
  const known = pool.bounds.get(key);
  if (known !== undefined) return known;
  const fresh = { sLo: s_lo, sHi: s_hi, eLo: e_lo, eHi: e_hi };
  if (pool.bounds.size < LARGEST_POOL) pool.bounds.set(key, fresh);
  return fresh;
}
