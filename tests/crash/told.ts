/** What the editor says before it makes an edit: what must stand afterwards, all of it or nothing. */
export type Intent = {
  /** Unique, and in the edit's own text wherever it has one. */
  readonly token: string;
  /** What a member did, in words. */
  readonly kind: string;
} & (
  | {
      readonly shape: 'edit';
      /** How the log calls it. */
      readonly op: string;
      /** False where nothing of it is text: then only its number tells it apart. */
      readonly hasText: boolean;
      /** How many rows of what it must have changed, by `kind.field`. */
      readonly parts: Readonly<Record<string, number>>;
      /** The preview that it saves: marked in the same transaction. */
      readonly draft?: string;
    }
  | { readonly shape: 'undo'; readonly edits: readonly number[] }
  /** Something of the review queue that makes no edit; it says which row. */
  | { readonly shape: 'suggestion'; readonly id: number | null; readonly isWithdrawn: boolean }
  /** A batch with a row that cannot be taken: nothing may come of it. */
  | { readonly shape: 'refused' }
);

/** One line of the editor: `intent` before an edit, `done` once it was acknowledged. */
export type Told =
  | { readonly at: 'ready' }
  | { readonly at: 'intent'; readonly intent: Intent }
  /** `id` is the edit's, or the suggestion's where no edit is made. */
  | { readonly at: 'done'; readonly token: string; readonly id: number };

/** The lines that arrived whole. */
export function toldIn(output: string): readonly Told[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

/** Every token in a text. */
export function tokensIn(text: string): readonly string[] {
  return text.match(/\bt[a-z]\d+n\d+t\b/g) ?? [];
}

/** The token of the n-th edit of a run. */
export function tokenOf(run: string, n: number): string {
  return `t${run}n${n}t`;
}
