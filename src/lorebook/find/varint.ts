/**
 * Ascending ids as differences of seven bits a byte, the high bit meaning "more follows" (variable byte coding,
 * Williams and Zobel 1999): about 1.3 bytes an id where a list of fixed width takes four.
 */
export function encodeIds(ids: readonly number[], from = 0, to = ids.length): Uint8Array {
  const bytes = new Uint8Array((to - from) * 5);
  let at = 0;
  let last = 0;
  for (let index = from; index < to; index += 1) {
    const id = ids[index] ?? 0;
    at = writeVarint(bytes, at, id - last);
    last = id;
  }
  return bytes.slice(0, at);
}

export function decodeIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let id = 0;
  for (let at = 0; at < bytes.length; ) {
    let step = 0;
    let scale = 1;
    let byte = bytes[at++] ?? 0;
    for (; byte >= 0x80; byte = bytes[at++] ?? 0) {
      step += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
    id += step + byte * scale;
    ids.push(id);
  }
  return ids;
}

function writeVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
  bytes[at++] = rest;
  return at;
}
