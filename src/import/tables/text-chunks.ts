import { closeSync, openSync, readSync } from 'node:fs';
import { firstLineNotUtf8 } from './not-utf8.ts';

const CHUNK_BYTES = 1 << 20;

/** A file that is not what it should be as a whole. */
export class TableError extends Error {
  readonly problem: TableProblem;
  constructor(problem: TableProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export type TableProblem =
  | { readonly kind: 'not-utf8'; readonly path: string /** The first that is not. */; readonly line: number }
  | { readonly kind: 'no-such-file'; readonly path: string }
  | { readonly kind: 'not-a-table'; readonly path: string; readonly columns: readonly string[] }
  | { readonly kind: 'two-columns'; readonly path: string; readonly column: string }
  | {
      readonly kind: 'unknown-column';
      readonly path: string;
      readonly column: string;
      readonly known: readonly string[];
    };

/**
 * Reads a text file in pieces, synchronously, so that it can be loaded inside one transaction; UTF-8 unless another
 * encoding is named. Throws TableError.
 */
export function* textChunks(path: string, encoding = 'utf-8'): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const file = open(path);
  try {
    for (;;) {
      const bytes = readSync(file, buffer, 0, CHUNK_BYTES, null);
      yield decoder.decode(buffer.subarray(0, bytes), { stream: bytes > 0 });
      if (bytes === 0) return;
    }
  } catch (error) {
    if (error instanceof TypeError) throw new TableError({ kind: 'not-utf8', path, line: firstLineNotUtf8(path) });
    if (isMissing(error)) throw new TableError({ kind: 'no-such-file', path });
    throw error;
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isMissing(error)) throw new TableError({ kind: 'no-such-file', path });
    throw error;
  }
}

/** A folder is opened like a file, and only refused when it is read. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
}
