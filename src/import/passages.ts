/** A paragraph longer than this is cut at the end of a sentence, so that it can be quoted. */
export const LONGEST_PASSAGE = 3_000;

/** Cuts a long text into pieces, at sentence ends where there are any, else at spaces, else anywhere. */
export function cutPassage(text: string): readonly { readonly from: number; readonly to: number }[] {
  const cuts: { from: number; to: number }[] = [];
  let from = 0;
  while (text.length - from > LONGEST_PASSAGE) {
    const window = text.slice(from, from + LONGEST_PASSAGE);
    const sentence = Math.max(
      window.lastIndexOf('. '),
      window.lastIndexOf('! '),
      window.lastIndexOf('? '),
      window.lastIndexOf('。'),
    );
    const space = window.lastIndexOf(' ');
    const length =
      sentence > LONGEST_PASSAGE / 3 ? sentence + 1 : space > LONGEST_PASSAGE / 3 ? space : LONGEST_PASSAGE;
    cuts.push({ from, to: from + length });
    from += length;
    while (text[from] === ' ') from += 1;
  }
  if (from < text.length) cuts.push({ from, to: text.length });
  return cuts;
}
