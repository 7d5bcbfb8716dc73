/**
 * Cuts texts between two tags that are longer than `most` characters, so that one page of 200 MB never stands in memory
 * whole. `onDrop` hears how much went.
 */
export function* limitRuns(
  chunks: Iterable<string>,
  most: number,
  onDrop: (characters: number) => void,
): Generator<string> {
  let run = 0;
  let isDropping = false;
  for (const chunk of chunks) {
    const kept: string[] = [];
    for (let at = 0; at < chunk.length; ) {
      const tag = chunk.indexOf('<', at);
      const end = tag === -1 ? chunk.length : tag;
      const piece = chunk.slice(at, end);
      if (isDropping) onDrop(piece.length);
      else if (run + piece.length > most) {
        const cut = safeCut(piece, Math.max(most - run, 0));
        kept.push(piece.slice(0, cut));
        onDrop(piece.length - cut);
        isDropping = true;
      } else kept.push(piece);
      run += piece.length;
      at = end;
      if (tag !== -1) {
        kept.push('<');
        at = tag + 1;
        run = 0;
        isDropping = false;
      }
    }
    yield kept.join('');
  }
}

/** The place to cut before `at` that is not inside an entity such as `&amp;`. */
function safeCut(text: string, at: number): number {
  const ampersand = text.lastIndexOf('&', at);
  return ampersand > at - 12 && ampersand < at ? ampersand : at;
}
