import type { FindingId } from '../lore/ids.ts';

/** RFC 4648 base 32: no letter is mistaken for a digit when an id is read aloud. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Eight base-32 letters of a text: FNV-1a over its code units, twice with different seeds, 40 bits of both. */
export function findingId(text: string): FindingId {
  let high = 0x811c9dc5;
  let low = 0x01234567;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit ^ (high >>> 15), 0x85ebca6b);
  }
  high = mixed(high);
  low = mixed(low ^ high);
  let id = '';
  for (let letter = 0; letter < 4; letter += 1) id += LETTERS[(high >>> (letter * 5)) & 31];
  for (let letter = 0; letter < 4; letter += 1) id += LETTERS[(low >>> (letter * 5)) & 31];
  return id as FindingId;
}

function mixed(word: number): number {
  let at = word ^ (word >>> 16);
  at = Math.imul(at, 0x45d9f3b);
  at ^= at >>> 13;
  at = Math.imul(at, 0x2c1b3c6d);
  return (at ^ (at >>> 16)) >>> 0;
}
