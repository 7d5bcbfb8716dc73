/** A sentence with where it stands in its paragraph. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const ENDS = /[.!?…]+["”’')\]]*(?=\s)|[。！？]/g;
/** Words with a full stop of their own; general English, no names. */
const SHORTENED =
  /(?:^|[\s("“])(?:mr|mrs|ms|dr|st|sr|jr|prof|gen|adm|capt|cmdr|lt|col|sgt|gov|rev|hon|no|nos|vol|vols|ch|chap|p|pp|ep|eps|ed|eds|art|fig|vs|cf|ca|c|approx|est|b|d|fl|r|e\.g|i\.e|etc|al|[a-z])\.$/i;

/** Splits a paragraph. A full stop inside a name or number, or after a shortened word, ends nothing. */
export function sentencesIn(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const push = (to: number): void => {
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    const body = piece.trim();
    if (body !== '') sentences.push({ from: start, to: start + body.length, text: body });
    from = to;
  };
  for (const end of text.matchAll(ENDS)) {
    const to = end.index + end[0].length;
    if (end[0].startsWith('.') && isInside(text, from, end.index, to)) continue;
    push(to);
  }
  push(text.length);
  return sentences;
}

function isInside(text: string, from: number, stop: number, to: number): boolean {
  const before = text.slice(Math.max(from, stop - 14), stop + 1);
  const next = text.slice(to).trimStart()[0] ?? '';
  if (/\p{Ll}/u.test(next)) return true;
  if (!SHORTENED.test(before)) return false;
  // "the year 905 A.D. Then": a single letter before a capital may also end a sentence; names are commoner.
  return true;
}
