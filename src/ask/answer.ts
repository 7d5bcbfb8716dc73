import type { Fact } from '../lookup/facts.ts';
import type { Quote } from '../lookup/quote.ts';
import type { Reading } from '../lookup/readings.ts';
import type { Gap, Holder } from '../lookup/regents.ts';
import type { Claim } from '../lore/claim.ts';
import type { Continuity } from '../lore/continuity.ts';
import type { Entity } from '../lore/entity.ts';
import type { Finding } from '../lore/finding.ts';
import type { ClaimId, ContinuityId } from '../lore/ids.ts';
import type { Day } from '../lore/time/bounds.ts';
import type { Understanding } from './reading/reading.ts';

export type Status = 'answered' | 'not-recorded' | 'ambiguous' | 'not-understood';

/** What kind of question it was read as. */
export type Intent =
  | 'who'
  | 'what'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'how-many'
  | 'how-long'
  | 'yes-no'
  | 'either-or'
  | 'holder'
  | 'holder-in-year'
  | 'offices-of'
  | 'succession'
  | 'members'
  | 'participants'
  | 'events'
  | 'battles'
  | 'what-happened-to'
  | 'sources'
  | 'source-says'
  | 'disputed'
  | 'compare'
  | 'relation'
  | 'tone'
  | 'identity'
  | 'which-namesake'
  | 'also-called'
  | 'counterpart'
  | 'timelines'
  | 'list'
  | 'told-in-words'
  | 'none';

/** Why a line stands in the answer. */
export type Role =
  | 'main'
  | 'undated'
  | 'elsewhere'
  | 'inherited'
  /** A state that began before the time asked for, and is not told to have ended. */
  | 'ongoing'
  /** A holder in the timeline that the one asked for branched from. */
  | 'before-branch'
  | 'other-side'
  | 'neutral'
  | 'premise'
  | 'recorded'
  | 'opposite'
  /** One of two ways of putting it, with its predicate's words. */
  | 'way'
  /** What a work is cited for in the timeline it is filed in. */
  | 'cited-there'
  | 'last-seen'
  | 'reading';

/** One line of an answer. Everything it says rests on its claims. */
export type Line =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly role: Role; readonly of?: Entity }
  | { readonly kind: 'holder'; readonly holder: Holder; readonly role: Role }
  | { readonly kind: 'gap'; readonly gap: Gap };

/** One value and who says it. */
export interface Variant {
  /** The claim whose value or date it is. */
  readonly claim: Claim;
  /** Which part of the claim answers. */
  readonly part: 'value' | 'subject' | 'date' | 'statement' | 'work';
  readonly continuity: ContinuityId;
  readonly claims: readonly ClaimId[];
  readonly isInferred: boolean;
}

/** What the first line says; its words stand in `messages`. */
export type Head =
  | { readonly kind: 'values' }
  | { readonly kind: 'told' }
  | { readonly kind: 'yes' }
  /** Asked whether it never was so, and it is told that it was. */
  | { readonly kind: 'contrary' }
  /** All that says so is hedged, reported or believed. */
  | { readonly kind: 'perhaps' }
  | { readonly kind: 'denied' }
  /** What was taken for granted is said by nobody: what is recorded instead follows. */
  | { readonly kind: 'wrong-premise'; readonly wrong: readonly string[] }
  | { readonly kind: 'both' }
  | { readonly kind: 'inferred' }
  | { readonly kind: 'identity'; readonly entity: Entity; readonly typed: string | null }
  | { readonly kind: 'tones' }
  | { readonly kind: 'elsewhere-only' }
  | { readonly kind: 'count'; readonly number: number }
  /** Nobody counted them: so many are named. */
  | { readonly kind: 'counted-names'; readonly names: readonly string[] }
  /** Seen at that day, and nobody says when it began. */
  | { readonly kind: 'first-seen'; readonly day: Day }
  /** A term: whole years between what is known of its ends; null = no account says when it ended. */
  | {
      readonly kind: 'lasted';
      readonly from: Day;
      readonly to: Day | null;
      readonly years: number | null;
      readonly isBegun: boolean;
    }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'undisputed' }
  | { readonly kind: 'namesakes'; readonly typed: string }
  | { readonly kind: 'sources'; readonly titles: readonly string[] }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'missing'; readonly unknown: readonly string[]; readonly timeline: Continuity | null }
  /** Asked of a source that the lorebook does not have; those it has. */
  | { readonly kind: 'no-account'; readonly typed: string; readonly accounts: readonly string[] }
  | { readonly kind: 'not-understood'; readonly why: NotUnderstood; readonly parts: readonly string[] };

export type NotUnderstood = 'empty' | 'too-long' | 'language' | 'lorebook-language' | 'two-questions' | 'nothing-known';

/** What the plan of one kind of question comes to. */
export interface Draft {
  readonly status: Status;
  readonly intent: Intent;
  readonly head: Head;
  readonly lines: readonly Line[];
  readonly variants?: readonly Variant[];
  readonly predicates?: readonly string[];
  readonly entities?: readonly Entity[];
  readonly readings?: readonly Reading[];
  /** Further claims that may help, best first. */
  readonly related?: readonly Claim[];
  /** Whether the asker named the timeline the answer keeps to. */
  readonly timeline?: Continuity | null;
}

/** A question and what the lorebook says to it. Plain data: the words are made where it is shown. */
export interface Answer {
  readonly question: string;
  readonly status: Status;
  readonly intent: Intent;
  readonly head: Head;
  readonly lines: readonly Line[];
  readonly variants: readonly Variant[];
  /** Exactly those the lines rest on, in their order. */
  readonly claims: readonly Claim[];
  /** Findings in which one of them stands. */
  readonly findings: readonly Finding[];
  readonly readings: readonly Reading[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  readonly related: readonly Claim[];
  /** Where no claim answers: what accounts say of it in their own words. Text, and no part of the answer. */
  readonly quotes: readonly Quote[];
  readonly understanding: Understanding | null;
  readonly predicates: readonly string[];
  /** What the answer is about, for buttons. */
  readonly entities: readonly Entity[];
  /** Questions that this very lorebook answers, where none was understood. */
  readonly examples: readonly Example[];
}

/** A question as data; its words stand in `messages`. */
export type Example =
  | { readonly kind: 'who-held'; readonly office: string }
  | { readonly kind: 'when'; readonly event: string }
  | { readonly kind: 'members'; readonly of: string }
  | { readonly kind: 'about'; readonly name: string }
  | { readonly kind: 'year'; readonly day: number };

/** The claims a line rests on. */
export function claimsOfLine(line: Line): readonly Claim[] {
  switch (line.kind) {
    case 'fact':
      return line.fact.claims;
    case 'holder': {
      const held = line.holder.facts.flatMap((fact) => fact.claims);
      return line.holder.endedBy === null ? held : [...held, line.holder.endedBy];
    }
    case 'gap':
      return [];
  }
}
