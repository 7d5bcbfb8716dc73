import type { Claim } from '../../lore/claim.ts';
import type { Edit } from '../../lore/history.ts';
import type { ClaimId, EntityId } from '../../lore/ids.ts';
import type { RowFault, RowNote } from '../../lore/intake/claim-columns.ts';
import type { Refusal } from '../../lore/permission.ts';
import type { Actor, WriteSession } from '../../lore/writer.ts';
import type { EditTarget } from '../edit-target.ts';

/** Where facts are changed, and whose statement one without an account is. */
export interface FactTarget extends EditTarget {
  readonly speaker: {
    readonly actor: Actor;
    /** What the account of their own statements is called. */
    readonly title: string;
  };
}

/** Why a change cannot be made as it was typed. */
export type FactProblem =
  | Refusal
  | { readonly kind: 'row'; readonly faults: readonly RowFault[] }
  | { readonly kind: 'no-such-claim'; readonly claim: number }
  | { readonly kind: 'already-told'; readonly claim: ClaimId }
  | { readonly kind: 'nothing-changes' }
  | { readonly kind: 'reason-missing' }
  /** Another member's own statements are theirs to make. */
  | { readonly kind: 'not-your-account'; readonly title: string }
  | { readonly kind: 'alias-is-name'; readonly name: string }
  | {
      readonly kind: 'no-such-alias';
      readonly alias: string;
      readonly name: string;
      readonly aliases: readonly string[];
    }
  /** Somebody saved it, or something instead of it, before. */
  | { readonly kind: 'saved-already'; readonly edit: Edit | null };

/** A thing or an account that the change makes. */
export interface Made {
  readonly name: string;
  readonly as: string;
}

/** A change that can be made: everything is resolved, and nothing written yet. */
export interface PlannedChange {
  readonly op: string;
  readonly target: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** The claim it retracts or adds to. */
  readonly claim: Claim | null;
  /** What it is about, where that is there already. */
  readonly about: EntityId | null;
  /** The things whose conflicts it may open or close. */
  readonly touches: readonly EntityId[];
  readonly notes: readonly RowNote[];
  readonly made: readonly Made[];
  /** Runs after the edit is recorded; gives the claim that stands then. */
  write(session: WriteSession): ClaimId | null;
}
