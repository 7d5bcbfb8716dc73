import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;
const NEW_LINE = 0x0a;

/** The first line of a file that is not UTF-8, from 1. The file is read again: while it was decoded nobody counted. */
export function firstLineNotUtf8(path: string): number {
  const file = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let line = 1;
  let begun: Uint8Array = new Uint8Array();
  try {
    for (;;) {
      const size = readSync(file, chunk, 0, CHUNK_BYTES, null);
      let from = 0;
      for (let end = chunk.indexOf(NEW_LINE); end !== -1 && end < size; end = chunk.indexOf(NEW_LINE, from)) {
        if (!isUtf8(Buffer.concat([begun, chunk.subarray(from, end)]))) return line;
        begun = new Uint8Array();
        line += 1;
        from = end + 1;
      }
      if (size === 0) return line;
      // A line without an end is of no interest beyond this much of it.
      if (begun.length < CHUNK_BYTES) begun = Buffer.concat([begun, chunk.subarray(from, size)]);
    }
  } finally {
    closeSync(file);
  }
}
