const VOWEL = 'a';
const SILENT = new Set([...'aeiouyhw']);
const FRONT = new Set([...'eiy']);
const SILENT_STARTS = new Set(['ps', 'pn', 'kn', 'gn', 'wr']);

/**
 * The consonants of a folded text as they sound, by which a name written by ear is found ("funetik"): a shortened
 * Metaphone (Philips 1990) without what holds for English alone. Spaces are passed over; letters outside a-z stay.
 */
export function soundOf(text: string): string {
  let sound = '';
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === ' ') {
      isStart = true;
      continue;
    }
    const next = text.charAt(at + 1);
    if (isStart && SILENT_STARTS.has(letter + next)) continue;
    if (SILENT.has(letter)) sound += isStart ? VOWEL : '';
    else {
      for (const heard of heardAs(letter, next)) if (!sound.endsWith(heard) || isStart) sound += heard;
      if (letter === 'p' && next === 'h') at += 1;
    }
    isStart = false;
  }
  return sound;
}

function heardAs(letter: string, next: string): string {
  if (letter === 'c') return FRONT.has(next) ? 's' : 'k';
  if (letter === 'q') return 'k';
  if (letter === 'x') return 'ks';
  if (letter === 'z') return 's';
  return letter === 'p' && next === 'h' ? 'f' : letter;
}
