import type { Modality, Qualifier } from '../lore/claim.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../lore/ids.ts';
import type { ValueKind } from '../lore/predicate.ts';
import type { Bounds, DateKind, OpenWindow } from '../lore/time/bounds.ts';

/** The part of a claim that rules compare: no wording and no citations, so that a million fit in memory one by one. */
export interface Fact {
  readonly id: ClaimId;
  readonly account: AccountId;
  readonly continuity: ContinuityId;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly kind: ValueKind;
  readonly object: EntityId | null;
  /** A text value, or "yes" and "no". */
  readonly text: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly dateKind: DateKind;
  readonly bounds: Bounds;
  readonly modality: Modality;
  /** The date is marked as uncertain (`?` or `%`). */
  readonly isUnsure: boolean;
  readonly qualifiers: readonly Qualifier[];
}

/** What a character says or believes, and how a telling colours things, is shown and never compared. */
export function isCompared(fact: Pick<Fact, 'modality'>): boolean {
  return fact.modality === 'asserted' || fact.modality === 'hedged';
}

/** Whether the account or the date leaves it open. */
export function isHedged(fact: Fact): boolean {
  return fact.modality === 'hedged' || fact.isUnsure;
}

export function qualifier(fact: Fact, name: string): Qualifier | undefined {
  return fact.qualifiers.find((each) => each.name === name);
}

/** Whether any bound is known. */
export function isDated({ bounds }: Fact): boolean {
  return bounds.sLo !== null || bounds.sHi !== null || bounds.eLo !== null || bounds.eHi !== null;
}

/**
 * The stretch of time a claim speaks of: D itself for "as of D" and "at some time within D", which leave the span's
 * own ends free (CIDOC-CRM P82), and the whole span where its ends are told.
 */
export function statedWindow({ bounds }: Fact): OpenWindow {
  const min = bounds.sLo ?? (bounds.sHi === null ? null : bounds.eLo);
  const max = bounds.eHi ?? (bounds.sLo === null && bounds.eLo !== null ? bounds.sHi : null);
  return { min, max };
}

/** Told as reaching from one time to another, rather than as one date. */
export function isSpan({ bounds }: Fact): boolean {
  return bounds.sLo !== bounds.eLo || bounds.sHi !== bounds.eHi;
}
