import type { Input, Options, Reply } from '../../commands/command.ts';
import type { PostingProblem } from '../../commands/surroundings.ts';
import type { Standing } from '../lore/permission.ts';

/** What somebody did: a subcommand, or the action of a button, a list or a form. */
export type Doing =
  | { readonly kind: 'command'; readonly group: string; readonly name: string }
  | { readonly kind: 'action'; readonly name: string };

/** An act to be done in a thread of its own. It crosses threads, so it is plain data. */
export interface ActOrder {
  /** Path of the lorebook. */
  readonly path: string;
  readonly doing: Doing;
  readonly options: Options;
  readonly input: Input;
  readonly by: Standing;
  readonly at: number;
}

/** What of Discord an act may ask for at once: names of the roles and channels that the lorebook knows. */
export interface Surveyed {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly serverName: string | null;
  readonly mostFileBytes: number;
  readonly roles: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, SurveyedChannel>>;
}

export interface SurveyedChannel {
  readonly name: string | null;
  readonly problem: PostingProblem | null;
}

/** A file that came with a command, read. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ActData = ActOrder & { readonly around: Surveyed; readonly files: Readonly<Record<string, ReadFile>> };

/** What only the thread that talks to Discord can do. */
export const ERRANDS = ['post', 'replace', 'message'] as const;
export type Errand = (typeof ERRANDS)[number];

export interface ErrandAsked {
  readonly kind: 'errand';
  readonly id: number;
  readonly errand: Errand;
  readonly given: readonly unknown[];
}

export interface ErrandDone {
  readonly id: number;
  readonly outcome: unknown;
}

/** A reply without what cannot cross threads: its JSON is for the terminal. */
export type PlainReply = Exclude<Reply, { kind: 'card' }> | Omit<Extract<Reply, { kind: 'card' }>, 'json'>;
