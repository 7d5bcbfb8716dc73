import type { DateSpan } from './dates-in-text.ts';
import type { NameSpan } from './name-span.ts';

/** What a pattern reads out of a sentence, before it becomes a row. */
export interface Draft {
  /** As a row names it. */
  readonly subject: string;
  readonly predicate: string;
  readonly value: string;
  readonly valueKind?: 'none' | 'unknown' | 'yesno' | 'text';
  readonly date: DateSpan | null;
  /** A state that begins at its date and is not said to have ended. */
  readonly isFrom?: boolean;
  readonly isAsOf?: boolean;
  readonly qualifiers?: string;
  /** Items it was read from. */
  readonly from: number;
  readonly to: number;
}

/** One way of putting things: what it finds in a sentence. */
export interface Pattern {
  readonly id: string;
  readonly find: (scene: import('./scene.ts').Scene) => readonly Draft[];
}

/** One draft for each pair of names. */
export function pairs(
  subjects: readonly NameSpan[],
  values: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value'>,
): readonly Draft[] {
  return subjects.flatMap((subject) =>
    values
      .filter((value) => value.cell !== subject.cell)
      .map((value) => ({ ...rest, subject: subject.cell, value: value.cell })),
  );
}
