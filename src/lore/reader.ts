import type { Account, Work } from './account.ts';
import type { Claim } from './claim.ts';
import type { ContinuityTree } from './continuity.ts';
import type { Entity } from './entity.ts';
import type { FindOptions, Found } from './finder.ts';
import type { Finding, FindingClass } from './finding.ts';
import type { AccountId, ClaimId, EntityId, FindingId } from './ids.ts';
import type { Passage } from './passage.ts';
import type { PredicateCatalogue } from './predicate.ts';
import type { Profile } from './profile.ts';
import type { Ruling } from './ruling.ts';
import type { Day, Window } from './time/bounds.ts';

/** A span of days, both ends included; null = open. */
export interface DaySpan {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The one port through which look-ups, questions and rules read a lorebook. Only live (not retracted) claims are seen. */
export interface LoreReader {
  readonly profile: Profile;
  readonly continuities: ContinuityTree;
  readonly predicates: PredicateCatalogue;
  readonly accounts: readonly Account[];

  /** Follows merges: an id that was merged away gives the entity that took its place. */
  entity(id: EntityId): Entity | undefined;
  entityBySlug(slug: string): Entity | undefined;
  aliases(id: EntityId): readonly string[];
  /** Its namesakes in other timelines, whichever side the link was written on. */
  counterparts(id: EntityId): readonly Entity[];
  /** The namesake its own link points to, if any: one side of `counterparts`. */
  counterpartOf(id: EntityId): Entity | undefined;
  /** Every entity in the order it was added. Nothing may be written meanwhile. */
  eachEntity(): Iterable<Entity>;
  account(id: AccountId): Account | undefined;
  work(id: EntityId): Work | undefined;
  works(): readonly Work[];

  claim(id: ClaimId): Claim | undefined;
  /** Claims whose subject it is; of one predicate if given. */
  claimsBySubject(subject: EntityId, predicate?: string): readonly Claim[];
  /** Claims whose value it is. */
  claimsByObject(object: EntityId, predicate?: string): readonly Claim[];
  /** Claims that name it in a qualifier. */
  claimsByQualifier(entity: EntityId): readonly Claim[];
  /** At most `limit` claims of a predicate, in the order they were told. */
  claimsByPredicate(predicate: string, limit: number): readonly Claim[];
  claimsByAccount(account: AccountId, limit: number): readonly Claim[];
  claimsByWork(work: EntityId, limit: number): readonly Claim[];
  /** Dated claims that may fall in the span, earliest first. */
  claimsWithin(span: DaySpan, limit: number): readonly Claim[];
  /** Dated claims whose date begins in the span, earliest first. */
  claimsBeginning(span: DaySpan, limit: number): readonly Claim[];
  /** The first day, from `from` on, with which the date of a claim begins; null = from the earliest on, or none. */
  nextDated(from: Day | null): Day | null;
  /** Claims whose date is just one of these stretches of days, in the order of the list. */
  claimsOfStretches(stretches: readonly Window[], limit: number): readonly Claim[];
  /** Claims whose date is one single day, earliest first. */
  claimsOfOneDay(limit: number): readonly Claim[];
  /** The texts of dates that claims bear, each once. */
  dateTexts(limit: number): readonly { readonly text: string; readonly isOfOurWorld: boolean }[];
  /** Undated claims that assert something, from this number on, in the order they were told. */
  undatedFrom(id: number, limit: number): readonly Claim[];
  /** The number of the claim added last; 0 = none. */
  lastClaim(): number;
  /** Claims whose statement holds the words, best first. */
  claimsByText(text: string, limit: number): readonly Claim[];
  /** How templates and tables of outside sources are read, by name. */
  importRules(): Readonly<Record<string, unknown>>;
  /** What accounts say in their own words; quoted as text, never told as a claim. */
  passage(id: number): Passage | undefined;
  passageCount(): number;
  /** Those of the page that is about it first. */
  passagesAbout(entity: EntityId, limit: number): readonly Passage[];
  /** The next ones of an account, in the order of its text. */
  passagesOfAccount(account: AccountId, after: number, limit: number): readonly Passage[];
  /** Passages that hold all the words, best first. */
  passagesByText(text: string, limit: number): readonly Passage[];
  /** Findings in which any of the claims stands, gravest first. */
  findingsOf(claims: readonly ClaimId[]): readonly Finding[];
  finding(id: string): Finding | undefined;
  /** Ids of all that are kept: what a change opens and closes is the difference. */
  findingIds(): ReadonlySet<FindingId>;
  /** Whether the last check reached one of its bounds, so that something may not have been found. */
  isCheckBounded(): boolean;
  /** What of an entity is vaguer, told by some only, differs in tone or follows one another: derived, never signed. */
  explained(entity: EntityId): readonly Finding[];
  /** The last ruling on a finding that was not revoked. */
  rulingOn(finding: FindingId): Ruling | null;
  /** Conflicts that were filed by hand and not withdrawn. */
  filedConflicts(): readonly FiledConflict[];
  /** Kept findings (conflict, temporal, divergence), gravest first. */
  findings(filter: FindingFilter): readonly Finding[];
  counts(): LorebookCounts;
  /** Claims that cite a work, and how many of them cite no other. */
  restingOnWork(work: EntityId): Resting;
  /** Claims of an account, and how many of them no other account makes. */
  restingOnAccount(account: AccountId): Resting;
  /** How many live claims speak of it, as subject or value. */
  claimCount(entity: EntityId): number;
  /** An entity chosen by `pick` (0 ≤ pick < 1) among those with claims. */
  entityAt(pick: number): Entity | undefined;
  entitiesOfKind(kind: string, limit: number): readonly Entity[];

  /** Entities whose folded name or alias is exactly one of the texts; one question for all of them. */
  named(folded: readonly string[]): readonly NamedEntity[];
  /** Names: see `finder.ts`. */
  find(text: string, options: FindOptions): Found;
}

export interface NamedEntity {
  /** The text that it goes by. */
  readonly folded: string;
  readonly entity: Entity;
  readonly isAlias: boolean;
}

/** A conflict somebody filed over chosen claims, where no rule can see it. */
export interface FiledConflict {
  readonly title: string;
  readonly why: string;
  readonly claims: readonly ClaimId[];
}

/** A question and how it was read, kept for those who fill the lorebook. Nobody's name is in it. */
export interface AskedQuestion {
  readonly text: string;
  readonly status: string;
  readonly reading: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface OpenQuestion extends AskedQuestion {
  /** How often it was asked in vain. */
  readonly asks: number;
  /** How often somebody said that the answer was wrong. */
  readonly marks: number;
}

export interface FindingFilter {
  /** Only those in which it stands. */
  readonly about?: EntityId;
  readonly class?: FindingClass;
  readonly limit: number;
}

export interface Resting {
  readonly claims: number;
  readonly alone: number;
}

export interface LorebookCounts {
  readonly entities: number;
  readonly claims: number;
  readonly accounts: number;
  readonly works: number;
}
