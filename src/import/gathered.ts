import type { ClaimCells } from '../lore/intake/claim-columns.ts';

/** Where in what was imported something stood, so that a report can lead a person there. */
export interface Place {
  readonly file: string;
  /** Title of a page, note or entry. */
  readonly page?: string;
  /** Row or line, from 1. */
  readonly line?: number;
  /** Parameter, column or key. */
  readonly field?: string;
}

/** A citation found in prose, and how far it reaches. */
export interface GatheredCitation {
  readonly work: string;
  readonly locator: string;
  readonly reach: 'field' | 'sentence' | 'paragraph';
  /** Character of the text after which it stood; left out = at its end. */
  readonly at?: number;
}

/**
 * What a reader of an outside format yields, one by one, before anything of it is known to the lorebook: names and
 * cells are text as it stood. What structure makes certain is a claim; what was read out of prose is a suggestion.
 */
export type Gathered =
  | {
      readonly kind: 'entity';
      readonly place: Place;
      /**
       * What the source itself calls it (a page's title, a row's id), where a name alone would not tell it from a
       * namesake; the same in the next version of the source. Claims name it by `ref:…` in their cells.
       */
      readonly ref?: string;
      readonly name: string;
      /** Null where the source does not say. */
      readonly entityKind: string | null;
      readonly aliases: readonly string[];
      readonly about?: string;
    }
  | { readonly kind: 'claim'; readonly place: Place; readonly cells: ClaimCells }
  | {
      readonly kind: 'suggestion';
      readonly place: Place;
      readonly cells: ClaimCells;
      /** The words it rests on. */
      readonly words: string;
    }
  | {
      readonly kind: 'passage';
      readonly place: Place;
      readonly section: string;
      readonly text: string;
      /** Slug of the timeline its section is about; null = the account's own. */
      readonly continuity: string | null;
      /** Name (or `ref:…`) of what the whole page is about, if it is about one thing. */
      readonly about?: string;
      readonly entities: readonly string[];
      readonly dates: readonly string[];
      readonly citations: readonly GatheredCitation[];
    }
  /** What only the format's own programs understand: kept under this name, given back by an export. */
  | { readonly kind: 'kept'; readonly place: Place; readonly rule: string; readonly data: unknown }
  /** What was seen and not taken, and why: one sentence for people. */
  | { readonly kind: 'left-out'; readonly place: Place; readonly reason: string };

/** Stands before a source's own name for an entity, in the cells of claims and in passages. */
export const REF = 'ref:';
