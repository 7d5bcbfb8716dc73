const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]+/gu;
/** Names that Windows keeps for devices, whatever stands behind the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 100;

/** A name as every file system and Obsidian's links take it. Never empty, never `.` or `..`. */
export function fileName(name: string): string {
  const plain = name
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...plain].slice(0, LONGEST).join('').trim();
  if (short === '') return 'unnamed';
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Gives each name once, also where letters of different size are one; a second one gets a number. */
export class NamesTaken {
  readonly #taken = new Set<string>();

  take(name: string): string {
    for (let number = 1; ; number += 1) {
      const text = number === 1 ? name : `${name} ${number}`;
      const key = text.normalize('NFC').toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return text;
    }
  }
}
