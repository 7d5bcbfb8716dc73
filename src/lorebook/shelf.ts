import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../lore/clock.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { Lorebook } from './lorebook.ts';
import { type OpenProblem, openLorebook } from './open.ts';

const MOST_OPEN = 256;
/** The database, its WAL and its shared memory. */
const HANDLES_EACH = 3;
/** Sockets, logs and the runtime's own. */
const HANDLES_ELSEWHERE = 100;

/** The lorebooks of one folder, `<name>.db` each, opened on first use; the least used are closed again. */
export interface Shelf {
  /**
   * The lorebook of that server, made and stocked if it is not there. Ask again after every `await`:
   * another server's question may have closed it meanwhile.
   */
  open(name: string): Result<Lorebook, OpenProblem>;
  /** Makes what new lorebooks start from, ahead of the first one. Throws what `stock` throws. */
  prepare(): void;
  /** Deletes a lorebook with everything in it. */
  forget(name: string): void;
  /** A new lorebook in the place of the old one: as new ones are stocked, or filled by `fill`. */
  startAnew(name: string, fill?: (lorebook: Lorebook) => void): void;
  /** Closes them all. */
  close(): void;
}

/**
 * `stock` fills a lorebook that holds nothing yet; it must do so in one transaction. It is run once: what it makes is
 * copied for every new server, since loading a pack takes longer than a bot may be deaf.
 */
export function openShelf(folder: string, clock: Clock, stock: (lorebook: Lorebook) => void): Shelf {
  mkdirSync(folder, { recursive: true });
  let template: Buffer | undefined;
  const prepare = (): Buffer => {
    template ??= templateOf(clock, stock);
    return template;
  };
  const books = new LRUCache<string, Lorebook>({ max: mostOpen(), dispose: (lorebook) => lorebook.close() });
  const pathOf = (name: string): string => {
    if (!/^[\w-]+$/.test(name)) throw new Error(`not a name for a lorebook file: ${name}`);
    return join(folder, `${name}.db`);
  };
  const forget = (name: string): void => {
    books.delete(name);
    // The database goes last: without it the others mean nothing, while a log without its database might be replayed.
    for (const ending of ['-wal', '-shm', '']) rmSync(`${pathOf(name)}${ending}`, { force: true });
  };
  return {
    open: (name) => {
      const known = books.get(name);
      if (known !== undefined) return ok(known);
      const path = pathOf(name);
      if (!existsSync(path)) {
        const laid = layDown(path, prepare());
        if (!laid.ok) return laid;
      }
      const opened = openLorebook(path, clock);
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
    prepare: () => void prepare(),
    forget: (name) => forget(name),
    startAnew: (name, fill) => {
      const bytes = fill === undefined ? prepare() : templateOf(clock, fill);
      forget(name);
      layDown(pathOf(name), bytes);
    },
    close: () => books.clear(),
  };
}

function templateOf(clock: Clock, stock: (lorebook: Lorebook) => void): Buffer {
  const opened = openLorebook(':memory:', clock);
  if (!opened.ok) throw new Error(`no lorebook in memory: ${opened.problem.kind}`);
  stock(opened.value);
  const bytes = opened.value.serialize();
  opened.value.close();
  return bytes;
}

/** Writes a new file under another name first, so that a crash in between leaves no half of a lorebook. */
function layDown(path: string, bytes: Buffer): Result<void, OpenProblem> {
  const draft = `${path}.new`;
  try {
    const file = openSync(draft, 'w');
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // Unlike a rename this never takes the place of a lorebook that another process has just made.
    linkSync(draft, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return ok(undefined);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fail({ kind: 'read-only', path });
    throw error;
  } finally {
    if (existsSync(draft)) unlinkSync(draft);
  }
  return ok(undefined);
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
