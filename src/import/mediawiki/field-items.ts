import { LONGEST_TEXT } from '../../lore/intake/claim-row.ts';
import type { FieldItem } from '../mapping/field-claims.ts';
import type { Piece } from './pieces.ts';

/** A stretch between two breaks: what a reader sees there, the links in it, the notes behind it. */
interface Stretch {
  text: string;
  readonly links: { readonly target: string; readonly from: number; readonly to: number }[];
  readonly cited: Extract<Piece, { kind: 'cited' }>[];
}

export interface FieldReading {
  /** The cell for a page that is linked to. */
  readonly refOf: (target: string) => string;
  readonly sourcesOf: (cited: Extract<Piece, { kind: 'cited' }>) => Pick<FieldItem, 'sources' | 'remarks'>;
}

/**
 * The values of one parameter: its lines and list items, each list of links in it taken apart, each with what is cited
 * behind it. `split` are further characters between values.
 */
export function fieldItems(pieces: readonly Piece[], reading: FieldReading, split = ''): readonly FieldItem[] {
  return stretchesOf(pieces).flatMap((stretch) => {
    const { sources, remarks } = citedBy(stretch, reading);
    const parts = linkList(stretch) ?? splitText(stretch, split) ?? [asItem(stretch)];
    return parts.map(({ text, target, note }) => ({
      text: text.slice(0, LONGEST_TEXT),
      entity: target === null ? null : reading.refOf(target),
      note,
      sources,
      remarks,
    }));
  });
}

/** Whether a parameter holds links, or a list of links, and nothing else. */
export function isLinksOnly(pieces: readonly Piece[]): boolean {
  const stretches = stretchesOf(pieces);
  return (
    stretches.length > 0 && stretches.every((stretch) => linkList(stretch) !== null || asItem(stretch).target !== null)
  );
}

/** How many notes and citations stand in it. */
export function citedIn(pieces: readonly Piece[]): number {
  return pieces.filter((piece) => piece.kind === 'cited').length;
}

function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let current = newStretch();
  const end = (): void => {
    const isEmpty = current.text.trim() === '';
    const last = stretches.at(-1);
    // A note on a line of its own belongs to what stands before it.
    if (isEmpty && current.cited.length > 0 && last !== undefined) last.cited.push(...current.cited);
    else if (!isEmpty || current.cited.length > 0) stretches.push(current);
    current = newStretch();
  };
  for (const piece of pieces) {
    if (piece.kind === 'break') end();
    else if (piece.kind === 'cited') current.cited.push(piece);
    else if (piece.kind === 'link') {
      const from = current.text.length;
      current.text += piece.text;
      current.links.push({ target: piece.target, from, to: current.text.length });
    } else {
      for (const [index, line] of piece.text.split(/\n(?:\s*[*#:;•]+)?|^\s*[*#•]+/u).entries()) {
        if (index > 0) end();
        current.text += line.replace(/\s+/g, ' ');
      }
    }
  }
  end();
  return stretches;
}

function newStretch(): Stretch {
  return { text: '', links: [], cited: [] };
}

function citedBy({ cited }: Stretch, reading: FieldReading): Pick<FieldItem, 'sources' | 'remarks'> {
  const all = cited.map(reading.sourcesOf);
  return { sources: all.flatMap(({ sources }) => sources), remarks: all.flatMap(({ remarks }) => remarks) };
}

interface Part {
  readonly text: string;
  readonly target: string | null;
  readonly note: string;
}

const BETWEEN = /^\s*(?:\(([^()]*)\))?\s*(?:[,;/&+·•|–—-]|\band\b|\bor\b)?\s*(?:and\b)?\s*$/i;
const TAIL = /^\s*(?:[([]([^()[\]]*)[)\]])?[\s.,;*]*$/;

/** Several links with nothing but separators (and brackets) between them. */
function linkList(stretch: Stretch): readonly Part[] | null {
  const { links, text } = stretch;
  if (links.length < 2 || text.slice(0, links[0]?.from).trim() !== '') return null;
  const parts: Part[] = [];
  for (const [index, link] of links.entries()) {
    const next = links[index + 1];
    const gap = text.slice(link.to, next?.from ?? text.length);
    const found = (next === undefined ? TAIL : BETWEEN).exec(gap);
    if (found === null || (next !== undefined && gap === '')) return null;
    parts.push({ text: text.slice(link.from, link.to), target: link.target, note: found[1]?.trim() ?? '' });
  }
  return parts;
}

function splitText(stretch: Stretch, split: string): readonly Part[] | null {
  if (split === '' || ![...split].some((mark) => stretch.text.includes(mark))) return null;
  const marks = new Set(split);
  const parts: Part[] = [];
  let from = 0;
  const cut = (to: number): void => {
    const links = stretch.links
      .filter((link) => link.from >= from && link.to <= to)
      .map((link) => ({ ...link, from: link.from - from, to: link.to - from }));
    const part = { text: stretch.text.slice(from, to), links, cited: [] };
    if (part.text.trim() !== '') parts.push(asItem(part));
  };
  for (let at = 0; at < stretch.text.length; at += 1) {
    if (!marks.has(stretch.text.charAt(at))) continue;
    cut(at);
    from = at + 1;
  }
  cut(stretch.text.length);
  return parts;
}

/** One value: a link with at most a bracket behind it, or words. */
function asItem({ text, links }: Stretch): Part {
  const [link, more] = links;
  const words = text.replace(/\s+/g, ' ').trim();
  if (link === undefined || more !== undefined || text.slice(0, link.from).trim() !== '') {
    return { text: words, target: null, note: '' };
  }
  const tail = TAIL.exec(text.slice(link.to));
  if (tail === null) return { text: words, target: null, note: '' };
  return { text: text.slice(link.from, link.to).trim(), target: link.target, note: tail[1]?.trim() ?? '' };
}
