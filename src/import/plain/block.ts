/** One piece of a page in reading order, whatever it was saved as. */
export type Block = {
  /** Line of the file it begins on, from 1; 0 where the format has no lines. */
  readonly line: number;
} & (
  | { readonly kind: 'heading'; readonly text: string /** 1 is a title; 0 = not known. */; readonly level: number }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'item';
      readonly text: string /** Its number in a numbered list. */;
      readonly number: string | null;
    }
  /** A line of a fact box: "Status: at war". */
  | { readonly kind: 'field'; readonly key: string; readonly value: string }
);

/** Around what stood in italics, so that titles of works can be told; taken out before anything is kept. */
export const ITALIC = { open: '\uE000', close: '\uE001' } as const;
const MARKS = /[\uE000\uE001]/g;

/** The text as a reader sees it. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}
