import type { Lorebook } from '../src/lorebook/lorebook.ts';
import type { Document } from '../src/messages/document.ts';

/** What a person can fill in. A name option says which things it may name. */
export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'boolean';
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

/** A subcommand that only reads: Discord, the terminal and page buttons all run `answer`. */
export interface LookupCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Reached by buttons only: not in Discord's list. */
  readonly isHidden?: boolean;
  /** Who may use it; left out: everyone. */
  readonly needs?: 'manage-server';
  /** Options the terminal takes without their names, in order. */
  readonly positional: readonly string[];
  answer(lorebook: Lorebook, options: Options): Answered;
  /** Keeps the question as answered wrongly; only where an answer has that button. */
  mark?(lorebook: Lorebook, options: Options): void;
}
