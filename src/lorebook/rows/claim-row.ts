import type { Citation, Claim, ClaimValue, Modality, Qualifier } from '../../lore/claim.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../../lore/ids.ts';
import type { ValueKind } from '../../lore/predicate.ts';
import type { DateKind } from '../../lore/time/bounds.ts';

export interface ClaimRow {
  readonly id: number;
  readonly account_id: number;
  readonly key: string | null;
  readonly continuity_id: number;
  readonly subject_id: number;
  readonly predicate_id: string;
  readonly value_kind: ValueKind;
  readonly object_id: number | null;
  readonly text: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly date: string | null;
  readonly date_kind: DateKind;
  readonly s_lo: number | null;
  readonly s_hi: number | null;
  readonly e_lo: number | null;
  readonly e_hi: number | null;
  readonly modality: Modality;
  readonly statement: string;
}

export const CLAIM_COLUMNS = `claim.id, claim.account_id, claim.key, claim.continuity_id, claim.subject_id,
  claim.predicate_id, claim.value_kind, claim.object_id, claim.text, claim.low, claim.high, claim.date, claim.date_kind,
  claim.s_lo, claim.s_hi, claim.e_lo, claim.e_hi, claim.modality, claim.statement`;

/** A claim out of its row and what stands in other tables. */
export function toClaim(row: ClaimRow, qualifiers: readonly Qualifier[], citations: readonly Citation[]): Claim {
  return {
    id: row.id as ClaimId,
    key: row.key,
    account: row.account_id as AccountId,
    continuity: row.continuity_id as ContinuityId,
    subject: row.subject_id as EntityId,
    predicate: row.predicate_id as PredicateId,
    value: toValue(row),
    date: row.date,
    dateKind: row.date_kind,
    bounds: { sLo: row.s_lo, sHi: row.s_hi, eLo: row.e_lo, eHi: row.e_hi },
    modality: row.modality,
    statement: row.statement,
    qualifiers,
    citations,
  };
}

function toValue(row: ClaimRow): ClaimValue {
  switch (row.value_kind) {
    case 'entity':
      return { kind: 'entity', entity: row.object_id as EntityId };
    case 'text':
      return { kind: 'text', text: row.text ?? '' };
    case 'quantity':
      return { kind: 'quantity', low: row.low, high: row.high, text: row.text ?? '' };
    case 'yesno':
      return { kind: 'yesno', yes: row.text === 'yes' };
    case 'date':
    case 'unknown':
    case 'none':
      return { kind: row.value_kind };
  }
}
