import type { Account, Work } from './account.ts';
import type { Claim } from './claim.ts';
import type { Continuity } from './continuity.ts';
import type { Entity } from './entity.ts';
import type { Finding } from './finding.ts';
import type { AccountId, ClaimId, ContinuityId, EditId, EntityId } from './ids.ts';
import type { Predicate } from './predicate.ts';
import type { RulingKind } from './ruling.ts';
import type { Day } from './time/bounds.ts';

/** Who edits: `ref` is a stable key ("discord:123", "terminal"), `name` what people see. */
export interface Actor {
  readonly ref: string;
  readonly name: string;
}

/** One row of the audit log. `before` and `after` are plain JSON: enough to say it and to undo it. */
export interface EditRecord {
  readonly actor: Actor;
  readonly op: string;
  /** What it was done to: `claim:12`, `lorebook`, `batch` … */
  readonly target: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Milliseconds since 1970, taken once from the clock. */
  readonly at: number;
}

export type NewEntity = Omit<Entity, 'id'>;
export type NewContinuity = Omit<Continuity, 'id'>;
export type NewAccount = Omit<Account, 'id'>;
export type NewWork = Omit<Work, 'title'>;

export interface NewClaim extends Omit<Claim, 'id' | 'predicate'> {
  readonly predicate: string;
  /** The stretch of days its date speaks of; null = undated, or open on that side. */
  readonly extent: { readonly first: Day | null; readonly last: Day | null };
}

/** What may be done inside one transaction. Nothing here checks rights or words: use cases do. */
export interface WriteSession {
  /** Writes the audit row; every transaction that changes something must write at least one. */
  record(edit: EditRecord): EditId;
  setSetting(name: string, value: unknown): void;
  addPredicate(predicate: Predicate): void;
  addEntity(entity: NewEntity): EntityId;
  addAlias(entity: EntityId, text: string, account: AccountId | null): void;
  setHome(entity: EntityId, continuity: ContinuityId): void;
  setCounterpart(entity: EntityId, counterpart: EntityId): void;
  setShared(entity: EntityId): void;
  setAbout(entity: EntityId, about: string): void;
  addContinuity(continuity: NewContinuity): ContinuityId;
  addAccount(account: NewAccount): AccountId;
  addWork(work: NewWork): void;
  addClaim(claim: NewClaim): ClaimId;
  /** Files a conflict by hand over claims in which no rule can see it. */
  fileConflict(filed: {
    readonly title: string;
    readonly why: string;
    readonly claims: readonly ClaimId[];
    readonly edit: EditId | null;
  }): void;
  /** Keeps a ruling; `edit` is its row of the audit log. */
  addRuling(
    finding: Finding,
    ruling: { readonly kind: RulingKind; readonly claim: ClaimId | null; readonly note: string },
    edit: EditId,
  ): void;
  /** False where there was nothing to revoke. */
  revokeRuling(ruling: number, edit: EditId): boolean;
  /** Files a claim under another timeline; its findings follow. */
  moveClaim(claim: ClaimId, continuity: ContinuityId): void;
  /** The live claim of that key. */
  claimByKey(account: AccountId, key: string): ClaimId | undefined;
  /** True where the account has a claim of that key, retracted or not. */
  hasKey(account: AccountId, key: string): boolean;
  /** True until a pack was loaded into it. */
  isEmpty(): boolean;
}

export interface LoreWriter {
  /**
   * Runs `work` as one transaction: its rows, its audit row and its findings reach the disk together, or nothing does.
   * Throws when `work` changed something and recorded no edit.
   */
  transaction<T>(work: (session: WriteSession) => T): T;
}
