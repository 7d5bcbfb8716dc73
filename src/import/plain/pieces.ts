import { type Block, withoutMarks } from './block.ts';
import { type CitedWork, notedWorks, type WorkTitles } from './cited-works.ts';
import { isReferences } from './sections.ts';
import { sentencesIn } from './sentences.ts';

/** A piece of a page that is read by itself. */
export type Piece = { readonly text: string; readonly line: number } & (
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'item' }
  | { readonly kind: 'field'; readonly key: string }
);

/** A longer passage than this helps nobody. */
const LONGEST_PASSAGE = 6000;
const NOTE = /^(?:\[(\d{1,4}|[a-z])\]|(\d{1,4})[.)]|[\^↑])\s*(.+)$/s;

/** The pieces of a page, and apart from them the notes at its foot by their number. */
export function piecesOf(
  blocks: Iterable<Block>,
  titles: WorkTitles,
): { readonly pieces: readonly Piece[]; readonly notes: ReadonlyMap<string, readonly CitedWork[]> } {
  const pieces: Piece[] = [];
  const notes = new Map<string, readonly CitedWork[]>();
  let isFoot = false;
  let counted = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      isFoot = isReferences(withoutMarks(block.text));
      if (!isFoot)
        pieces.push({ kind: 'heading', text: withoutMarks(block.text), level: block.level, line: block.line });
    } else if (isFoot) {
      const [, bracketed, dotted, rest] = NOTE.exec(block.kind === 'field' ? '' : block.text) ?? [];
      const own = block.kind === 'item' ? block.number : null;
      const text = block.kind === 'field' ? `${block.key}: ${block.value}` : (rest ?? block.text);
      counted += 1;
      notes.set(bracketed ?? dotted ?? own ?? String(counted), notedWorks(text, titles));
    } else if (block.kind === 'field') {
      pieces.push({ kind: 'field', key: withoutMarks(block.key), text: block.value, line: block.line });
    } else {
      for (const text of shorter(block.text)) pieces.push({ kind: block.kind, text, line: block.line });
    }
  }
  return { pieces, notes };
}

/** A stretch without paragraphs is cut between sentences; where it has none, anywhere. */
function* shorter(text: string): Generator<string> {
  if (text.length <= LONGEST_PASSAGE) {
    yield text;
    return;
  }
  let held = '';
  for (const sentence of sentencesIn(text)) {
    if (held.length + sentence.text.length > LONGEST_PASSAGE && held !== '') {
      yield held;
      held = '';
    }
    if (sentence.text.length > LONGEST_PASSAGE) {
      for (let at = 0; at < sentence.text.length; at += LONGEST_PASSAGE) {
        yield sentence.text.slice(at, at + LONGEST_PASSAGE);
      }
    } else held = held === '' ? sentence.text : `${held} ${sentence.text}`;
  }
  if (held !== '') yield held;
}
