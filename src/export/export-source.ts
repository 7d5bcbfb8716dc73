import type { EditLog } from '../lore/history.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { References } from '../lore/references.ts';
import type { Suggestion } from '../lore/suggestion.ts';

/** What an export reads of a lorebook. */
export interface ExportSource {
  readonly read: LoreReader;
  readonly references: References;
  readonly log: Pick<EditLog, 'edits'>;
  readonly suggestions: {
    waiting(filter: { readonly limit: number; readonly offset?: number }): readonly Suggestion[];
  };
  /** All that is kept of somebody. */
  personJson(ref: string): object;
}

/** A file of an export, told in pieces so that a large one need not be held whole. */
export interface ExportedFile {
  /** With `/` between folders; never leads out of the folder it is written to. */
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** A file of one piece. */
export function oneFile(path: string, text: string): ExportedFile {
  return { path, pieces: [text] };
}
