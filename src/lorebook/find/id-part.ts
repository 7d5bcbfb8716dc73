/** Two pages of 4,096 bytes with the row's header: what is read at once. */
export const PART_BYTES = 8_000;
/** One page: what is rewritten when an id joins at the end. */
const TAIL_BYTES = 3_900;
const WINDOW = 0x1_0000;
const HEADER = 3;

/**
 * Ascending ids in one blob, in sections that each span less than 65,536: the first id (low half, high half), how many,
 * and each one's distance from the first, all in two bytes. Of a fixed width because a query reads a hundred thousand
 * of them: differences of variable length take two thirds of the room and three times as long. Little-endian, as are
 * all platforms that better-sqlite3 runs on.
 */
export function encodePart(ids: readonly number[], from = 0, to = ids.length): { bytes: Uint8Array; to: number } {
  const units: number[] = [];
  let at = from;
  while (at < to && units.length + HEADER < PART_BYTES / 2) {
    const base = ids[at] ?? 0;
    const head = units.push(base % WINDOW, Math.floor(base / WINDOW), 0) - 1;
    const start = at;
    for (let id = base; at < to && id - base < WINDOW && units.length < PART_BYTES / 2; id = ids[at] ?? 0) {
      units.push(id - base);
      at += 1;
    }
    units[head] = at - start;
  }
  return { bytes: new Uint8Array(Uint16Array.from(units).buffer), to: at };
}

/** The part with one more id at its end; undefined where it is not the highest or the part is too long for more. */
export function appended(blob: Uint8Array, id: number): Uint8Array | undefined {
  const units = unitsOf(blob);
  let section = 0;
  for (let next = 0; next < units.length; next += HEADER + (units[next + 2] ?? 0)) section = next;
  const base = baseAt(units, section);
  const last = base + (units.length === 0 ? -1 : (units.at(-1) ?? 0));
  const joins = units.length > 0 && id - base < WINDOW;
  const length = units.length + (joins ? 1 : HEADER + 1);
  if (id <= last || length * 2 > TAIL_BYTES) return undefined;
  const grown = new Uint16Array(length);
  grown.set(units);
  if (joins) {
    grown[section + 2] = (grown[section + 2] ?? 0) + 1;
    grown[length - 1] = id - base;
  } else grown.set([id % WINDOW, Math.floor(id / WINDOW), 1, 0], units.length);
  return new Uint8Array(grown.buffer);
}

/** The ids of a part, ascending. */
export function decodePart(blob: Uint8Array): number[] {
  const units = unitsOf(blob);
  const ids: number[] = [];
  for (let at = 0; at < units.length; ) {
    const base = baseAt(units, at);
    const end = at + HEADER + (units[at + 2] ?? 0);
    for (at += HEADER; at < end; at += 1) ids.push(base + (units[at] ?? 0));
  }
  return ids;
}

/** Counts every id of a part in `counts`, and notes in `twice`, from `met` on, those now counted twice; the new `met`. */
export function countPart(blob: Uint8Array, counts: Uint8Array, twice: Uint32Array, met: number): number {
  const units = unitsOf(blob);
  let noted = met;
  for (let at = 0; at < units.length; ) {
    const base = baseAt(units, at);
    const end = at + HEADER + (units[at + 2] ?? 0);
    // Without a branch: what is noted and not counted is overwritten.
    for (at += HEADER; at < end; at += 1) {
      const id = base + (units[at] ?? 0);
      const now = (counts[id] ?? 0) + 1;
      counts[id] = now;
      twice[noted] = id;
      noted += now === 2 ? 1 : 0;
    }
  }
  return noted;
}

function baseAt(units: Uint16Array, at: number): number {
  return (units[at] ?? 0) + (units[at + 1] ?? 0) * WINDOW;
}

function unitsOf(blob: Uint8Array): Uint16Array {
  // A view of wider numbers must start on their boundary.
  const bytes = blob.byteOffset % 2 === 0 ? blob : blob.slice();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}
