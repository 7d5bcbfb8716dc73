/** What the editor says before it makes an edit: what must stand afterwards, all of it or nothing. */
export type Intent = { readonly token: string } & (
  | { readonly kind: 'claims'; readonly rows: number }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'rule'; readonly finding: string }
  | { readonly kind: 'setting'; readonly channel: string }
  | { readonly kind: 'undo'; readonly edits: readonly number[] }
  /** A preview that is saved: what it holds is marked in the same transaction. */
  | { readonly kind: 'draft'; readonly draft: string }
  /** A batch with a row that cannot be taken: nothing may come of it. */
  | { readonly kind: 'refused' }
);

/** One line of the editor: `intent` before an edit, `done` once it was acknowledged. */
export type Told =
  | { readonly at: 'ready' }
  | { readonly at: 'intent'; readonly intent: Intent }
  | { readonly at: 'done'; readonly token: string; readonly edit: number };

/** The lines that arrived whole. */
export function toldIn(output: string): readonly Told[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}
