/** What keeps the bot from writing in a channel. */
export type PostingProblem =
  | { readonly kind: 'no-such-channel' }
  /** A thread, a forum, a voice channel: not a place for such posts. */
  | { readonly kind: 'not-a-text-channel' }
  | { readonly kind: 'missing-permissions'; readonly permissions: readonly string[] };
