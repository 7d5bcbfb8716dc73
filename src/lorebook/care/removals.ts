import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Shelf } from '../shelf.ts';
import { REMOVED } from './files.ts';

/** How long a lorebook is kept after the bot was removed from its server. */
const KEPT_DAYS = 30;
const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;

/** Lorebooks whose server the bot was removed from. */
export interface Removals {
  /** Notes since when; one that is noted already keeps its time. Nothing where there is no such lorebook. */
  mark(name: string, at: number): void;
  /** The bot is there again. */
  clear(name: string): void;
  /** Deletes those that were kept long enough, except where `isThere` says that the bot is on the server; their names. */
  sweep(at: number, isThere: (name: string) => boolean): readonly string[];
}

/** Marks beside the lorebooks: they outlive the process. */
export function removalsOf(shelf: Shelf): Removals {
  const markOf = (name: string): string => `${shelf.pathOf(name)}${REMOVED}`;
  const folder = dirname(shelf.pathOf('any'));
  return {
    mark: (name, at) => {
      if (!shelf.has(name) || existsSync(markOf(name))) return;
      writeFileSync(markOf(name), new Date(at).toISOString());
    },
    clear: (name) => rmSync(markOf(name), { force: true }),
    sweep: (at, isThere) => {
      const ending = `.db${REMOVED}`;
      const marked = readdirSync(folder).filter((file) => file.endsWith(ending));
      return marked.flatMap((file) => {
        const name = file.slice(0, -ending.length);
        if (isThere(name)) {
          rmSync(markOf(name), { force: true });
          return [];
        }
        const since = Date.parse(readFileSync(markOf(name), 'utf8'));
        // A mark that cannot be read counts from now on: nothing is deleted on a guess.
        if (Number.isNaN(since)) writeFileSync(markOf(name), new Date(at).toISOString());
        if (Number.isNaN(since) || at - since < KEPT_MS) return [];
        shelf.forget(name);
        return [name];
      });
    },
  };
}
