import type { Account, Work } from '../../lore/account.ts';
import type { Continuity } from '../../lore/continuity.ts';
import type { Entity } from '../../lore/entity.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { PhraseHit } from '../words/phrases.ts';
import type { Token } from '../words/tokens.ts';
import type { Occasion } from './occasion.ts';

/** A name in the question and what it can mean. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  /** The name or alias that it was read as. */
  readonly read: string;
  /** One, or the namesakes that nothing in the question tells apart. */
  readonly entities: readonly Entity[];
  readonly isCorrected: boolean;
}

/** How a time in the question stands to what is asked. */
export type TimeRelation = 'in' | 'before' | 'after' | 'between';

export interface TimeMention {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  /** The days that are meant, the relation taken into account. */
  readonly span: OpenWindow;
  readonly relation: TimeRelation;
}

export type Wh =
  | 'who'
  | 'whose'
  | 'what'
  | 'which'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'how-many'
  | 'how-long'
  | 'how-old'
  | 'yes-no'
  | 'fragment';

/** A question, read: what is named in it, what is asked of it. Nothing has been looked up but names. */
export interface Understanding {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly wh: Wh;
  /** Where the word stands that asks; -1 in a fragment or after an auxiliary. */
  readonly whAt: number;
  /** Tokens of the thing asked for: "which *source*", "what *class*". */
  readonly noun: readonly number[];
  readonly mentions: readonly Mention[];
  /** Names inside a clause that only describes another name: "the Marr *who raised the coast*". */
  readonly described: readonly Mention[];
  readonly times: readonly TimeMention[];
  /** A time told by what happened then: "after his capture". */
  readonly occasion: Occasion | null;
  /** Set when the question offers two times: "in 941 or 945". */
  readonly isEitherTime: boolean;
  readonly timeline: Continuity | null;
  /** The timeline by which a namesake was chosen: what is told there counts as well as what the default one tells. */
  readonly homeOfChosen: Continuity | null;
  readonly account: Account | null;
  /** A source the lorebook does not have, as it was typed: "according to *the Annals*". */
  readonly unknownAccount: string | null;
  /** Only what cites this work is asked for. */
  readonly work: Work | null;
  readonly hits: readonly PhraseHit[];
  /** Tokens that nothing explains: neither a name nor a time nor a small word. */
  readonly loose: readonly number[];
  /** Of these, the ones that look like names of things the lorebook does not know. */
  readonly unknown: readonly number[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
}

/** Whether a token belongs to a name or a time. */
export function coveredBy(at: number, spans: readonly { readonly from: number; readonly to: number }[]): boolean {
  return spans.some((span) => span.from <= at && at <= span.to);
}

/** The one time that is asked about; null where there is none, or a choice. */
export function timeOf({ times, isEitherTime }: Understanding): TimeMention | null {
  return isEitherTime ? null : (times[0] ?? null);
}
