import type { Document } from '../src/messages/document.ts';

/** What keeps the bot from writing in a channel. */
export type PostingProblem =
  | { readonly kind: 'no-such-channel' }
  /** A thread, a forum, a voice channel: not a place for such posts. */
  | { readonly kind: 'not-a-text-channel' }
  | { readonly kind: 'missing-permissions'; readonly permissions: readonly string[] };

/** Where a message stands. */
export interface Posted {
  readonly channel: string;
  readonly message: string;
}

/** A file that came with a command. */
export interface UploadedFile {
  readonly name: string;
  /** In bytes, as Discord says it. */
  readonly size: number;
  /** Reads it whole; throws `FileRefused` where it is too large or does not come from where files come from. */
  read(mostBytes: number): Promise<Uint8Array>;
}

/** What a command that acts can reach besides the lorebook. */
export interface Surroundings {
  readonly kind: 'discord' | 'terminal';
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Names of roles, for people. */
  roleNames(ids: readonly string[]): readonly string[];
  /** Null where the bot may write there. */
  postingProblem(channelId: string): PostingProblem | null;
  /** Writes a card there; null where it could not be. */
  post(channelId: string, document: Document): Promise<Posted | null>;
  /** Puts another card in the place of one; false where it could not be. */
  replace(at: Posted, document: Document): Promise<boolean>;
  /** Sends somebody a direct message; false where they take none. */
  message(ref: string, document: Document): Promise<boolean>;
  /** What whoever hosts the bot can do with whole lorebooks. */
  readonly shelf: ShelfPort;
}

/** Whole lorebooks: for setting up, forgetting and starting anew. */
export interface ShelfPort {
  /** Takes the place of the server's lorebook: a fresh one of the starter pack (`starter`), or an empty one. */
  startAnew(guildId: string, from: 'starter' | 'empty'): void;
  /** Deletes the server's lorebook with everything in it; a new one is made on the next question. */
  forget(guildId: string): void;
}
