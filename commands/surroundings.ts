import type { Examination, FileCopy, Speed } from '../src/lore/keeping.ts';
import type { PostingProblem } from '../src/lore/posting-problem.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';
import type { Document } from '../src/messages/document.ts';
import type { PostedNow } from '../src/schedule/post-now.ts';

export type { PostingProblem };

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
  /** Name of the server, as its people see it. */
  readonly serverName: string | null;
  /** The largest file that can go with a card, in bytes. */
  readonly mostFileBytes: number;
  /** Names of channels, for people; one that is gone has none. */
  channelNames(ids: readonly string[]): readonly string[];
  /** Names of roles, for people; one that is gone has none. */
  roleNames(ids: readonly string[]): readonly string[];
  /** Null where the bot may write there. */
  postingProblem(channelId: string): PostingProblem | null;
  /** Writes a card there; null where it could not be. */
  post(channelId: string, document: Document): Promise<Posted | null>;
  /** Puts another card in the place of one; false where it could not be. */
  replace(at: Posted, document: Document): Promise<boolean>;
  /** Sends somebody a direct message; false where they take none. */
  message(ref: string, document: Document): Promise<boolean>;
  /** Says what a slow act is at, until its reply takes that place. May be called as often as it likes. */
  working(sentence: string): void;
  /** How fast this server was answered; null where nobody counts. */
  speed(): Speed | null;
  /** The lorebook as one file. */
  readonly file: FilePort;
  readonly schedule: SchedulePort;
}

/** Scheduled posts, for the command that sets them up. */
export interface SchedulePort {
  /** How long after its minute the server's post begins, and any server's at most, in milliseconds. */
  spread(guildId: string): { readonly ownMs: number; readonly mostMs: number };
  /** Posts today's card at once. */
  postNow(guildId: string): Promise<PostedNow>;
}

/**
 * What can be done with a lorebook as a whole. What is heavy runs off the main thread; another server's question may
 * close the lorebook meanwhile, so ask for it again.
 */
export interface FilePort {
  /** The lorebook as it is open now; null where it cannot be opened. */
  again(): Lorebook | null;
  /** Looks over the whole file: its size, the database, the chain of edits. Null where that took too long. */
  examine(): Promise<Examination | null>;
  /** Copies and checks it; whether a copy of more than `mostBytes` stays with the host, `keeps` says. */
  copy(mostBytes: number, keeps: boolean): Promise<FileCopy>;
  /** All that is kept of somebody, as JSON. */
  personFile(ref: string): Promise<Uint8Array>;
  /** A fresh lorebook of the starter pack, or an empty one, takes its place; `change` is made in it before. */
  startAnew(from: 'starter' | 'empty', change: (fresh: Lorebook) => void): void;
  /** Deletes it with everything in it, copies of it too; a new one is made on the next question. */
  forget(): void;
}

/** The lorebook of a server as one file, as the host provides it. */
export type ShelfPort = (guildId: string) => FilePort;
