import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { ImportError } from '../import-problem.ts';

/** What a zip file may come to; what it says of itself is not believed. */
export const ZIP_LIMITS = {
  bytes: 1 << 30,
  files: 50_000,
  /** How many times larger than the zip file itself. */
  ratio: 200,
  /** Below this no ratio is odd. */
  harmless: 32 << 20,
} as const;

const CHUNK = 1 << 16;
const LONGEST_PATH = 1000;

/**
 * Unpacks a zip file into an empty folder, piece by piece. A path that leads out of it, more than the limits, a password:
 * ImportError, and whoever called takes the folder away.
 */
export function unzipInto(path: string, folder: string, limits: typeof ZIP_LIMITS = ZIP_LIMITS): number {
  const unpacking = new Unpacking(path, folder, limits);
  const handle = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (;;) {
      const read = readSync(handle, chunk, 0, CHUNK, null);
      unpacking.push(Uint8Array.prototype.slice.call(chunk, 0, read), read === 0);
      if (read === 0) return unpacking.files;
    }
  } finally {
    closeSync(handle);
    unpacking.close();
  }
}

class Unpacking {
  files = 0;
  readonly #path: string;
  readonly #folder: string;
  readonly #limits: typeof ZIP_LIMITS;
  readonly #unzip: Unzip;
  #problem: ImportError | null = null;
  #open: number | null = null;
  #packed = 0;
  #unpacked = 0;

  constructor(path: string, folder: string, limits: typeof ZIP_LIMITS) {
    this.#path = path;
    this.#folder = folder;
    this.#limits = limits;
    this.#unzip = new Unzip((file) => {
      if (this.#problem !== null || file.name.endsWith('/')) return;
      const to = this.#placeOf(file.name);
      if (to === null) return;
      mkdirSync(dirname(to), { recursive: true });
      const handle = openSync(to, 'w');
      this.#open = handle;
      file.ondata = (error, bytes, isLast) => {
        if (error !== null) this.#fail('damaged', file.name);
        if (this.#problem !== null) return;
        this.#unpacked += bytes.length;
        if (this.#isTooMuch()) return this.#fail('bomb', file.name);
        writeSync(handle, bytes);
        if (isLast) this.close();
      };
      try {
        file.start();
      } catch {
        this.#fail('damaged', file.name);
      }
    });
    this.#unzip.register(UnzipInflate);
    this.#unzip.register(UnzipPassThrough);
  }

  push(bytes: Uint8Array, isLast: boolean): void {
    this.#packed += bytes.length;
    try {
      this.#unzip.push(bytes, isLast);
    } catch (error) {
      if (error instanceof ImportError) throw error;
      this.#problem ??= new ImportError({ kind: 'bad-zip', path: this.#path, why: 'damaged', file: '' });
    }
    if (this.#problem !== null) throw this.#problem;
  }

  close(): void {
    if (this.#open !== null) closeSync(this.#open);
    this.#open = null;
  }

  #isTooMuch(): boolean {
    const { bytes, harmless, ratio } = this.#limits;
    if (this.#unpacked > bytes) return true;
    return this.#unpacked > harmless && this.#unpacked > this.#packed * ratio;
  }

  /** Null where the entry is passed over: what a system keeps for itself. */
  #placeOf(name: string): string | null {
    const parts = name.split('/');
    const climbs =
      name.includes('\\') ||
      name.startsWith('/') ||
      /^[a-z]:/i.test(name) ||
      name.includes('\0') ||
      parts.includes('..');
    if (climbs || name.length > LONGEST_PATH) {
      this.#fail('climbs', name);
      return null;
    }
    this.files += 1;
    if (this.files > this.#limits.files) {
      this.#fail('bomb', name);
      return null;
    }
    if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return null;
    return join(this.#folder, ...parts.filter((part) => part !== ''));
  }

  #fail(why: 'climbs' | 'bomb' | 'damaged', file: string): void {
    this.#problem ??= new ImportError({ kind: 'bad-zip', path: this.#path, why, file: file.slice(0, 200) });
  }
}
