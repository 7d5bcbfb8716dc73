import type { AccountId, ContinuityId, EntityId } from './ids.ts';

/** How much of a text a citation speaks for. */
export type Reach = 'field' | 'sentence' | 'paragraph';

export interface PassageCitation {
  /** Null where what is cited is a note, or not known to the lorebook. */
  readonly work: EntityId | null;
  /** What is cited as the account writes it; empty for a note that names no work. */
  readonly title: string;
  readonly locator: string;
  readonly reach: Reach;
  /** Character of the text after which it stood; null = at its end. */
  readonly at: number | null;
}

/** A stretch of an imported account's text: quoted as text, never told as a recorded claim. */
export interface Passage {
  readonly id: number;
  readonly account: AccountId;
  readonly file: string;
  /** Title of the page, note or entry it stood in; may be empty. */
  readonly page: string;
  readonly line: number | null;
  readonly section: string;
  readonly text: string;
  /** Null = the account's own timeline. */
  readonly continuity: ContinuityId | null;
  /** The thing the whole page is about, if it is about one; it stands in `entities` as well. */
  readonly about: EntityId | null;
  /** What it speaks of; the thing its page is about comes first. */
  readonly entities: readonly EntityId[];
  readonly dates: readonly string[];
  readonly citations: readonly PassageCitation[];
}

export type NewPassage = Omit<Passage, 'id'>;
