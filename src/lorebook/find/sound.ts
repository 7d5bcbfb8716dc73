const SPACE = 0x20;
const LETTER_A = 0x61;

/** How each of a-z is heard: 0 = silent but at the start of a word, where it is a vowel. c, ph and the s of x are handled apart. */
const HEARD = Uint8Array.from('.bcd.fg..jklmn.pkrst.v.k.s', (letter) => (letter === '.' ? 0 : letter.charCodeAt(0)));
const [K, S, F] = [0x6b, 0x73, 0x66];
const SILENT_STARTS = new Set(['ps', 'pn', 'kn', 'gn', 'wr']);

/**
 * The consonants of a folded text as they sound, by which a name written by ear is found ("funetik"): a shortened
 * Metaphone (Philips 1990) without what holds for English alone. Spaces are passed over; letters outside a-z stay.
 */
export function soundOf(text: string): string {
  let sound = '';
  hear(text, (unit) => {
    sound += String.fromCharCode(unit);
    return true;
  });
  return sound;
}

/** True when the text sounds so; stops at the first difference, as most names soon differ. */
export function soundsLike(sound: string, text: string): boolean {
  let heard = 0;
  const isWhole = hear(text, (unit) => sound.charCodeAt(heard++) === unit);
  return isWhole && heard === sound.length;
}

/** Tells each sound in turn, until `tell` says that it has heard enough. */
export function hear(text: string, tell: (unit: number) => boolean): boolean {
  let isStart = true;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (unit === SPACE) {
      isStart = true;
      continue;
    }
    if (isStart && SILENT_STARTS.has(text.slice(at, at + 2))) continue;
    const heard = heardAs(unit, next, isStart);
    if (heard !== 0 && (isStart || heard !== last)) {
      if (!tell(heard)) return false;
      if (unit === X && !tell(S)) return false;
      last = unit === X ? S : heard;
    }
    if (unit === P && next === H) at += 1;
    isStart = false;
  }
  return true;
}

const [C, P, H, X, E, I, Y] = [0x63, 0x70, 0x68, 0x78, 0x65, 0x69, 0x79];

function heardAs(unit: number, next: number, isStart: boolean): number {
  if (unit < LETTER_A || unit > 0x7a) return unit;
  if (unit === C) return next === E || next === I || next === Y ? S : K;
  if (unit === P && next === H) return F;
  const heard = HEARD[unit - LETTER_A] ?? 0;
  return heard === 0 && isStart ? LETTER_A : heard;
}
