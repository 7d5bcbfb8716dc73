import type { Entity } from '../../lore/entity.ts';

/** A name in a sentence: tokens `from` to `to`. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  /** As a row names it. */
  readonly cell: string;
  readonly surface: string;
  readonly entity: Entity | null;
  /** "the" before it. */
  readonly isDefinite: boolean;
  readonly isPossessive: boolean;
  /** The office or style before it ("King Osric"), as it stood. */
  readonly title: string | null;
}
