import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import type { ExportedFile } from './export-source.ts';

/** Pieces are written together up to this many characters. */
const BUFFERED = 1 << 18;
/** The earliest day a zip file can tell; the same lorebook gives the same bytes. */
const ZIP_DAY = new Date(1980, 0, 1);

/** Writes one file piece by piece; refuses to write over one that is there. */
export function writeOne(path: string, file: ExportedFile): void {
  const handle = openSync(path, 'wx');
  try {
    for (const text of joined(file.pieces)) writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
}

/** Writes files into a folder that is empty or not there; returns their paths. */
export function writeFolder(folder: string, files: Iterable<ExportedFile>): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeOne(path, file);
    written.push(path);
  }
  return written;
}

/** Writes files as one zip file; returns how many. */
export function writeZip(path: string, files: Iterable<ExportedFile>): number {
  const handle = openSync(path, 'wx');
  try {
    return zipTo(files, (bytes) => void writeSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** Files as one zip file in memory; null where it would be larger than `mostBytes`. */
export function zipped(files: Iterable<ExportedFile>, mostBytes: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  class TooLarge extends Error {}
  try {
    zipTo(files, (bytes) => {
      size += bytes.length;
      if (size > mostBytes) throw new TooLarge();
      pieces.push(bytes);
    });
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
  return Buffer.concat(pieces);
}

/** A lone file in memory; null where it would be larger than `mostBytes`. */
export function inMemory(file: ExportedFile, mostBytes: number): Uint8Array | null {
  const pieces: Buffer[] = [];
  let size = 0;
  for (const text of joined(file.pieces)) {
    const bytes = Buffer.from(text);
    size += bytes.length;
    if (size > mostBytes) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

function zipTo(files: Iterable<ExportedFile>, take: (bytes: Uint8Array) => void): number {
  let count = 0;
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    take(bytes);
  });
  for (const file of files) {
    const entry = new ZipDeflate(file.path, { level: 6 });
    entry.mtime = ZIP_DAY;
    zip.add(entry);
    for (const text of joined(file.pieces)) entry.push(Buffer.from(text), false);
    entry.push(new Uint8Array(0), true);
    count += 1;
  }
  zip.end();
  return count;
}

function* joined(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < BUFFERED) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}
