/** A text prepared once to be compared with many. */
export interface Pattern {
  readonly text: string;
  /**
   * Distances of the whole pattern to each beginning of `text` from `start` on: result[j] is the one to the first j
   * letters. The array is reused by the next call.
   */
  distances(text: string, start: number): Int32Array;
}

const WORD = 32;
/** Letter → row of the pattern's masks; shared by all patterns, which clear what they set. */
const rows = new Uint16Array(0x10000);
let rowsOf: BitPattern | undefined;
let results = new Int32Array(256);

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each costing one and no part
 * edited twice (Damerau 1964 restricted; survey: Boytsov 2011, "Indexing methods for approximate dictionary
 * searching"). Computed 32 letters at a time in bit vectors: Hyyrö 2003, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances".
 */
export function patternOf(text: string): Pattern {
  return new BitPattern(text);
}

/** Distance between two whole texts. */
export function osaDistance(a: string, b: string): number {
  return patternOf(a).distances(b, 0)[b.length] ?? 0;
}

class BitPattern implements Pattern {
  readonly text: string;
  readonly #blocks: number;
  readonly #letters: readonly number[];
  readonly #masks: Int32Array;
  /** Per block: vertical +1 and -1, diagonal zero, and the masks of the letter before. */
  readonly #vp: Int32Array;
  readonly #vn: Int32Array;
  readonly #d0: Int32Array;
  readonly #before: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.#blocks = Math.max(1, Math.ceil(text.length / WORD));
    this.#letters = [...new Set(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))];
    this.#masks = new Int32Array((this.#letters.length + 1) * this.#blocks);
    this.#vp = new Int32Array(this.#blocks);
    this.#vn = new Int32Array(this.#blocks);
    this.#d0 = new Int32Array(this.#blocks);
    this.#before = new Int32Array(this.#blocks);
    const rowOf = new Map(this.#letters.map((letter, index) => [letter, index + 1]));
    for (let at = 0; at < text.length; at += 1) {
      const index = (rowOf.get(text.charCodeAt(at)) ?? 0) * this.#blocks + Math.floor(at / WORD);
      this.#masks[index] = (this.#masks[index] ?? 0) | (1 << (at % WORD));
    }
  }

  distances(text: string, start: number): Int32Array {
    const length = text.length - start;
    if (results.length <= length) results = new Int32Array(length * 2);
    const m = this.text.length;
    results[0] = m;
    if (m === 0) {
      for (let j = 1; j <= length; j += 1) results[j] = j;
      return results;
    }
    this.#claimRows();
    return this.#blocks === 1 ? this.#short(text, start, length) : this.#long(text, start, length);
  }

  #claimRows(): void {
    if (rowsOf === this) return;
    if (rowsOf !== undefined) for (const letter of rowsOf.#letters) rows[letter] = 0;
    for (const [index, letter] of this.#letters.entries()) rows[letter] = index + 1;
    rowsOf = this;
  }

  #short(text: string, start: number, length: number): Int32Array {
    const masks = this.#masks;
    const top = 1 << (this.text.length - 1);
    let vp = -1;
    let vn = 0;
    let d0 = 0;
    let before = 0;
    let distance = this.text.length;
    for (let j = 1; j <= length; j += 1) {
      const mask = masks[rows[text.charCodeAt(start + j - 1)] ?? 0] ?? 0;
      const swap = ((~d0 & mask) << 1) & before;
      d0 = ((((mask & vp) + vp) | 0) ^ vp) | mask | vn | swap;
      let hp = vn | ~(d0 | vp);
      let hn = d0 & vp;
      if ((hp & top) !== 0) distance += 1;
      if ((hn & top) !== 0) distance -= 1;
      hp = (hp << 1) | 1;
      hn <<= 1;
      vp = hn | ~(d0 | hp);
      vn = d0 & hp;
      before = mask;
      results[j] = distance;
    }
    return results;
  }

  #long(text: string, start: number, length: number): Int32Array {
    const blocks = this.#blocks;
    const masks = this.#masks;
    const vps = this.#vp.fill(-1);
    const vns = this.#vn.fill(0);
    const d0s = this.#d0.fill(0);
    const befores = this.#before.fill(0);
    const top = 1 << ((this.text.length - 1) % WORD);
    let distance = this.text.length;
    for (let j = 1; j <= length; j += 1) {
      const row = (rows[text.charCodeAt(start + j - 1)] ?? 0) * blocks;
      let hpCarry = 1;
      let hnCarry = 0;
      let swapCarry = 0;
      for (let block = 0; block < blocks; block += 1) {
        const mask = masks[row + block] ?? 0;
        const vp = vps[block] ?? 0;
        const vn = vns[block] ?? 0;
        const apart = ~(d0s[block] ?? 0) & mask;
        const swap = ((apart << 1) | swapCarry) & (befores[block] ?? 0);
        swapCarry = apart >>> 31;
        const carried = mask | hnCarry;
        const d0 = ((((carried & vp) + vp) | 0) ^ vp) | carried | vn | swap;
        let hp = vn | ~(d0 | vp);
        let hn = d0 & vp;
        if (block === blocks - 1) {
          if ((hp & top) !== 0) distance += 1;
          if ((hn & top) !== 0) distance -= 1;
        }
        const hpOut = hp >>> 31;
        const hnOut = hn >>> 31;
        hp = (hp << 1) | hpCarry;
        hn = (hn << 1) | hnCarry;
        hpCarry = hpOut;
        hnCarry = hnOut;
        vps[block] = hn | ~(d0 | hp);
        vns[block] = d0 & hp;
        d0s[block] = d0;
        befores[block] = mask;
      }
      results[j] = distance;
    }
    return results;
  }
}
