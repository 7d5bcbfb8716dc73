import type { Deed, Standing } from '../src/lore/permission.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';
import type { Document } from '../src/messages/document.ts';
import type { Surroundings, UploadedFile } from './surroundings.ts';

/** What a person can fill in. A name option says which things it may name. */
export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'boolean' | 'attachment' | 'channel' | 'role';
  readonly isRequired?: boolean;
  /** Longest text Discord lets a person type, in characters. */
  readonly maxLength?: number;
  /** Not offered in Discord. */
  readonly isTerminalOnly?: boolean;
  /** Suggestions while it is being typed; absent = none. */
  readonly suggest?: (lorebook: Lorebook, typed: string, options: Options) => readonly Suggestion[];
}

/** What a list shows, and what stands in the option once it is picked. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** Options by name, as typed; a name that was not filled in is not there. */
export type Options = Readonly<Record<string, string>>;

/** The outcome of a look-up: a document for people, and JSON for programs. */
export type Answered =
  | {
      readonly kind: 'answered';
      /** False where nothing was found: the terminal's exit code 1. */
      readonly isFound: boolean;
      readonly document: Document;
      readonly json: () => object;
      /** The options as understood, short enough for a button that turns the page. */
      readonly again: Options;
    }
  /** The input was wrong: one sentence that says what to do. */
  | { readonly kind: 'refused'; readonly message: string };

/** What an act is done with and for whom; the rights in `by` are those of this moment. */
export interface ActContext {
  readonly lorebook: Lorebook;
  readonly by: Standing;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly around: Surroundings;
  /** Attachments by option name. */
  readonly files: Readonly<Record<string, UploadedFile>>;
  /**
   * Does work that is short in most lorebooks. Where it is long, this throws instead, and the whole act is done again in
   * a thread of its own: so nothing may have been written before that would be in its way.
   */
  briefly<T>(work: () => T): T;
}

/** What was chosen in a select, or filled into a form. */
export interface Input {
  readonly values: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** A form to fill in: a modal in Discord. At most five fields. */
export interface Form {
  readonly title: string;
  /** The action that takes what was filled in. */
  readonly action: string;
  readonly options: Options;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength: number;
}

/** A file to hand out beside a card. */
export interface OutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What comes of an act. */
export type Reply =
  | {
      readonly kind: 'card';
      readonly document: Document;
      readonly json: () => object;
      /** Takes the place of the card whose button or list was used. */
      readonly isInPlace?: boolean;
      readonly files?: readonly OutFile[];
      /** False where nothing was found or done: the terminal's exit code 1. */
      readonly isFound?: boolean;
    }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'refused'; readonly message: string };

/** What a button, a list or a form runs; its options stand in the button itself and must be short. */
export interface Action {
  /** Unique among all actions; letters and dots. */
  readonly name: string;
  /** True where it may take longer than Discord waits. */
  readonly isSlow?: boolean;
  run(context: ActContext, options: Options, input: Input): Reply | Promise<Reply>;
}

/** A subcommand that does something, or shows what only some may see. Rights are checked by what it calls. */
export interface ActCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Options the terminal's prompt takes without their names; none by default. */
  readonly positional?: readonly string[];
  readonly isSlow?: boolean;
  /** What its cards' buttons, lists and forms run. */
  readonly actions?: readonly Action[];
  run(context: ActContext, options: Options): Reply | Promise<Reply>;
}

export type Command = LookupCommand | ActCommand;

/** Whether it does something, rather than only read. */
export function isAct(command: Command): command is ActCommand {
  return 'run' in command;
}

/** A subcommand that only reads: Discord, the terminal and page buttons all run `answer`. */
export interface LookupCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Reached by buttons only: not in Discord's list. */
  readonly isHidden?: boolean;
  /** Who may use it; left out: everyone. */
  readonly needs?: Deed;
  /** Options the terminal takes without their names, in order. */
  readonly positional: readonly string[];
  /** `by` is who asks, where what is shown depends on it. */
  answer(lorebook: Lorebook, options: Options, by?: Standing): Answered;
  /** Keeps the question as answered wrongly; only where an answer has that button. */
  mark?(lorebook: Lorebook, options: Options): void;
}
