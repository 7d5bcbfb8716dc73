import type { ClaimId } from './ids.ts';

/**
 * What became of a day's post. `claimed`: it may be on its way, or there; `held`: it is surely not there and is tried
 * again; `doubtful`: it may be there, and is never sent again; `refused`: Discord did not take it.
 */
export type PostStatus = 'claimed' | 'held' | 'sent' | 'empty' | 'missed' | 'doubtful' | 'refused';

/** The post of one local day. */
export interface Post {
  /** YYYY-MM-DD by the clocks of the schedule's time zone. */
  readonly day: string;
  /** Milliseconds since 1970, as all times here. */
  readonly due: number;
  readonly status: PostStatus;
  readonly nonce: string;
  readonly claimedAt: number | null;
  readonly channel: string;
  readonly message: string | null;
  /** The undated fact it told. */
  readonly fact: ClaimId | null;
  readonly reason: string;
}

export interface PostClaim {
  readonly day: string;
  readonly due: number;
  readonly nonce: string;
  readonly channel: string;
  readonly at: number;
}

/** The days of one server on which a post was due. What one writes here is on the disk when the call returns. */
export interface PostLog {
  get(day: string): Post | undefined;
  /** Takes the day for oneself: true for one of several who try, and only where it is new or in one of these states. */
  claim(post: PostClaim, from: readonly PostStatus[]): boolean;
  /** Ends (or holds) a claim. That it was sent is kept whatever was thought of it meanwhile. */
  settle(
    day: string,
    as: Exclude<PostStatus, 'claimed'>,
    more?: { readonly message?: string; readonly fact?: ClaimId | null; readonly reason?: string },
  ): void;
  /** Notes a day that nobody claimed. */
  note(day: string, due: number, channel: string, as: 'missed' | 'empty', reason: string): void;
  /** Days that are claimed or held, earliest first. */
  open(): readonly Post[];
  /** The last day up to this one that has a row. */
  lastUpTo(day: string): string | null;
  /** Undated facts told from this day on. */
  factsSince(day: string): readonly ClaimId[];
  /** The newest days first. */
  recent(limit: number): readonly Post[];
}
