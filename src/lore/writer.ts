import type { Account, Work } from './account.ts';
import type { Change, Json } from './change.ts';
import type { Citation, Claim } from './claim.ts';
import type { Continuity } from './continuity.ts';
import type { Entity } from './entity.ts';
import type { Finding } from './finding.ts';
import type { AccountId, ClaimId, ContinuityId, EditId, EntityId } from './ids.ts';
import type { ImportLedger } from './import-ledger.ts';
import type { ClaimCells } from './intake/claim-columns.ts';
import type { NewPassage } from './passage.ts';
import type { Pseudonym } from './person.ts';
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
export interface NewAccount extends Omit<Account, 'id'> {
  /** Whose own statements these are, for an account that is a member. */
  readonly member?: Actor;
}
export type NewWork = Omit<Work, 'title'>;

export interface NewClaim extends Omit<Claim, 'id' | 'predicate'> {
  readonly predicate: string;
  /** The stretch of days its date speaks of; null = undated, or open on that side. */
  readonly extent: { readonly first: Day | null; readonly last: Day | null };
}

/** A field of a row that is there: `<kind>.<name>`. */
export type SettableField =
  | 'entity.name'
  | 'entity.kind'
  | 'entity.about'
  | 'entity.continuity'
  | 'entity.counterpart'
  | 'entity.shared'
  | 'claim.continuity'
  | 'account.title'
  | 'account.kind'
  | 'account.voice'
  | 'account.continuity'
  | 'account.here'
  | 'account.now'
  | 'account.copy'
  | 'account.tier'
  | 'continuity.name'
  | 'continuity.parent'
  | 'continuity.branch'
  | 'continuity.branchDay'
  | 'continuity.tier'
  | 'work.form'
  | 'work.series'
  | 'work.continuity'
  | 'work.tier'
  | 'suggestion.status'
  | 'suggestion.reason'
  | 'suggestion.decided';

/** What may be done inside one transaction. Nothing here checks rights or words: use cases do. */
export interface WriteSession {
  /**
   * Writes the audit row. A transaction that changes something makes exactly one edit; what it changes, before or after
   * this call, is kept with it so that it can be undone. Must come before anything is retracted or revoked.
   */
  record(edit: EditRecord): EditId;
  /** `value` is plain JSON; null takes it away. */
  setSetting(name: string, value: unknown): void;
  /** Sets one field of a row that is there; nothing happens where it has that value. */
  set(field: SettableField, id: number, value: Json): void;
  addPredicate(predicate: Predicate): void;
  /** Declares a predicate anew; what the rules find follows. */
  setPredicate(predicate: Predicate): void;
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
  /** The claim stays, and is told no more; `replacedBy` took its place. */
  retractClaim(claim: ClaimId, replacedBy: ClaimId | null): void;
  addCitation(claim: ClaimId, citation: Citation): void;
  removeAlias(entity: EntityId, text: string): void;
  /** All that is told of `from` is told of `into` from now on; its name and aliases become aliases. */
  mergeEntity(from: EntityId, into: EntityId): void;
  /** Makes a claim speak of another entity wherever it names `from`: as subject, value or detail. */
  repointClaim(claim: ClaimId, from: EntityId, to: EntityId): void;
  /** Adds a stretch of an account's text; returns its id. */
  addPassage(passage: NewPassage): number;
  /** A passage is quoted no more; a suggestion leaves the review queue. */
  setAside(what: 'passage' | 'suggestion', id: number): void;
  readonly imports: ImportLedger;
  /** A proposed claim for the review queue; it belongs to the edit of this transaction, if there is one. */
  addSuggestion(suggestion: NewSuggestion): number;
  /** Puts a pseudonym where somebody stood; false where nobody of that key is known. Cannot be undone. */
  replacePerson(ref: string, by: Pseudonym): boolean;
  /** Makes a change as it was noted: for undoing. Throws `ChangedSince` where something else stands there now. */
  apply(change: Change): void;
  /** Notes which edits the edit of this transaction takes back. */
  markUndone(edits: readonly EditId[]): void;
  /** The live claim of that key. */
  claimByKey(account: AccountId, key: string): ClaimId | undefined;
  /** True where the account has a claim of that key, retracted or not. */
  hasKey(account: AccountId, key: string): boolean;
  /** True for what this transaction made. */
  isNewEntity(entity: EntityId): boolean;
  /** True until a pack was loaded into it. */
  isEmpty(): boolean;
}

/** A proposed claim: the bulk columns as text, nothing resolved yet. */
export interface NewSuggestion {
  readonly at: number;
  readonly actor: Actor;
  /** Title or slug; null = the suggester's own statement. */
  readonly account: string | null;
  readonly cells: ClaimCells;
  readonly note: string;
  /** What it rests on, where it was read out of a text. */
  readonly words: string;
  readonly place: string;
  /** How the suggester wants to hear of the outcome. */
  readonly tell: 'next' | 'message';
}

export interface LoreWriter {
  /**
   * Runs `work` as one transaction: its rows, its audit row and its findings reach the disk together, or nothing does.
   * Throws when `work` changed something and recorded no edit, or two.
   */
  transaction<T>(work: (session: WriteSession) => T): T;
  /** Does all of it, findings too, shows what would stand then to `look`, and takes everything back. */
  rehearse<T, Seen>(work: (session: WriteSession) => T, look: (done: T) => Seen): Seen;
}
