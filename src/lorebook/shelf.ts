import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../lore/clock.ts';
import { ok, type Result } from '../lore/result.ts';
import { dropUnfinished } from './care/copies.ts';
import { finishForgetting, forgetFile, layDown, lorebookNames, replaceFile } from './care/files.ts';
import type { Lorebook } from './lorebook.ts';
import { type OpenProblem, openLorebook } from './open.ts';
import { hasPosting } from './peek.ts';
import { templateOf } from './template.ts';

const MOST_OPEN = 256;
/** A bot that waits for a lock hears nobody meanwhile: it rather says that the lorebook is busy. */
const PATIENCE_MS = 40;
/** The database, its WAL and its shared memory. */
const HANDLES_EACH = 3;
/** Sockets, logs and the runtime's own. */
const HANDLES_ELSEWHERE = 100;

/** How a new lorebook begins. */
export interface NewLorebook {
  readonly fill?: ((lorebook: Lorebook) => void) | undefined;
  readonly change?: ((lorebook: Lorebook) => void) | undefined;
}

/** The lorebooks of one folder, `<name>.db` each, opened on first use; the least used are closed again. */
export interface Shelf {
  /**
   * The lorebook of that server, made and stocked if it is not there. Ask again after every `await`:
   * another server's question may have closed it meanwhile.
   */
  open(name: string): Result<Lorebook, OpenProblem>;
  /** Whether that server has a schedule or an unsettled post; asked without opening or making its lorebook. */
  hasPosting(name: string): boolean;
  /** Takes what new lorebooks start from, made elsewhere ahead of the first one. */
  prepare(template: Uint8Array): void;
  /** Where that lorebook is, or would be. */
  pathOf(name: string): string;
  /** True where that lorebook is there already. */
  has(name: string): boolean;
  /** The lorebooks that are there. */
  names(): readonly string[];
  /** Deletes a lorebook with everything in it, copies of it too; a crash in between is made good at the next start. */
  forget(name: string): void;
  /**
   * A new lorebook in the place of the old one: as new ones are stocked, or filled by `fill`. `change` is made in it
   * before it takes that place, so that there is never one without the other.
   */
  startAnew(name: string, how?: NewLorebook): void;
  /** Closes them all. */
  close(): void;
}

/**
 * `stock` fills a lorebook that holds nothing yet; it must do so in one transaction. It is run once: what it makes is
 * copied for every new server, since loading a pack takes longer than a bot may be deaf.
 */
export function openShelf(folder: string, clock: Clock, stock: (lorebook: Lorebook) => void): Shelf {
  mkdirSync(folder, { recursive: true });
  let prepared: Uint8Array | undefined;
  const template = (): Uint8Array => {
    prepared ??= templateOf(clock, stock);
    return prepared;
  };
  const books = new LRUCache<string, Lorebook>({ max: mostOpen(), dispose: (lorebook) => lorebook.close() });
  const pathOf = (name: string): string => {
    if (!/^[\w-]+$/.test(name)) throw new Error(`not a name for a lorebook file: ${name}`);
    return join(folder, `${name}.db`);
  };
  const forget = (name: string): void => {
    books.delete(name);
    forgetFile(pathOf(name));
  };
  finishForgetting(folder);
  dropUnfinished(folder);
  return {
    open: (name) => {
      const known = books.get(name);
      if (known !== undefined) return ok(known);
      const path = pathOf(name);
      if (!existsSync(path)) {
        const laid = layDown(path, template());
        if (!laid.ok) return laid;
      }
      const opened = openLorebook(path, clock, undefined, PATIENCE_MS);
      if (!opened.ok) return opened;
      if (isEmpty(opened.value)) {
        try {
          stock(opened.value);
        } catch (error) {
          opened.value.close();
          throw error;
        }
      }
      books.set(name, opened.value);
      return opened;
    },
    hasPosting: (name) => hasPosting(pathOf(name)),
    prepare: (made) => {
      prepared = made;
    },
    pathOf,
    has: (name) => existsSync(pathOf(name)),
    names: () => lorebookNames(folder),
    forget,
    startAnew: (name, { fill, change } = {}) => {
      const bytes = fill === undefined ? template() : templateOf(clock, fill);
      replaceFile(pathOf(name), bytes, {
        prepare: (draft) => {
          if (change !== undefined) changeAt(draft, clock, change);
        },
        close: () => books.delete(name),
      });
    },
    close: () => books.clear(),
  };
}

/** Opens the lorebook at `path`, changes it, and closes it again. */
function changeAt(path: string, clock: Clock, change: (lorebook: Lorebook) => void): void {
  const opened = openLorebook(path, clock);
  if (!opened.ok) throw new Error(`a new lorebook could not be opened: ${opened.problem.kind}`);
  try {
    change(opened.value);
  } finally {
    opened.value.close();
  }
}

/** True until a pack (or the empty beginning) was loaded into it, also after a crash in between. */
export function isEmpty(lorebook: Lorebook): boolean {
  return lorebook.database.get('SELECT 1 FROM continuity LIMIT 1') === undefined;
}

function mostOpen(): number {
  const limits = '/proc/self/limits';
  if (!existsSync(limits)) return MOST_OPEN;
  const soft = /^Max open files\s+(\d+)/m.exec(readFileSync(limits, 'utf8'))?.[1];
  if (soft === undefined) return MOST_OPEN;
  return Math.max(1, Math.min(MOST_OPEN, Math.floor((Number(soft) - HANDLES_ELSEWHERE) / HANDLES_EACH)));
}
