import type { Clock } from '../lore/clock.ts';
import type { EditLog } from '../lore/history.ts';
import type { EntityId } from '../lore/ids.ts';
import type { PersonCounts } from '../lore/person.ts';
import type { PostLog } from '../lore/post.ts';
import type { AskedQuestion, LoreReader, OpenQuestion } from '../lore/reader.ts';
import type { References } from '../lore/references.ts';
import type { ServerSettings } from '../lore/server-settings.ts';
import type { LoreWriter } from '../lore/writer.ts';
import type { Database } from './database.ts';
import type { Drafts } from './drafts.ts';
import type { Suggestions } from './suggestions.ts';

/** One open lorebook: a universe as one server knows it, in one SQLite file. */
export interface Lorebook {
  readonly path: string;
  /** False once it was closed: ask the shelf for it again. */
  readonly isOpen: boolean;
  readonly read: LoreReader;
  readonly write: LoreWriter;
  /** How often something was saved through it: where it is as it was, nothing was. */
  saves(): number;
  /** Does what takes no longer than work on so many rows; throws `TakesLong` where it would, and nothing was done. */
  briefly<T>(rows: number, work: () => T): T;
  readonly references: References;
  readonly log: EditLog;
  readonly suggestions: Suggestions;
  readonly drafts: Drafts;
  /** How this server uses it, as it stands now. */
  settings(): ServerSettings;
  /** A setting that has a schema of its own; undefined where it is not set. */
  setting(name: string): unknown;
  /** The days on which a post was due, and what became of it. */
  readonly posts: PostLog;
  /** The time as whoever opened it tells it: "today" is asked of it, so that a clock set forward is one everywhere. */
  readonly now: Clock;
  /** Counts a question about an entity; written in bundles, so that asking does not wait for the disk. */
  noteAsked(entity: EntityId): void;
  /** Keeps a question that found no answer; written in bundles, too. */
  noteUnanswered(question: AskedQuestion): void;
  /** Keeps a question that somebody says was answered wrongly, at once. */
  markWrong(question: AskedQuestion): void;
  /** What was asked in vain or marked, most marked first. */
  questions(limit: number): readonly OpenQuestion[];
  /** How much it keeps of somebody. */
  person(ref: string): PersonCounts;
  /** All that is kept of them, for themselves to read. */
  personJson(ref: string): object;
  /** When a copy of it was last handed out or kept, in milliseconds since 1970; null = never. */
  lastBackup(): number | null;
  /** How long a write waits for another connection's, in milliseconds; null = as usual. */
  waitForOthers(ms: number | null): void;
  /** For the parts of `lorebook/` alone. */
  readonly database: Database;
  /** Copies it whole, while it may be read and written, to a new file. */
  backup(to: string): Promise<void>;
  /** The whole file as bytes. */
  serialize(): Buffer;
  close(): void;
}
