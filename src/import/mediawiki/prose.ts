import { fold } from '../../lore/fold.ts';
import { PAGE_LIMITS } from '../page-budget.ts';
import type { Piece } from './pieces.ts';

/** A stretch of running text, with where in it the links and notes stood. */
export interface Paragraph {
  readonly section: string;
  text: string;
  readonly links: { readonly target: string; readonly from: number; readonly to: number; readonly isPart: boolean }[];
  readonly cited: { readonly source: Extract<Piece, { kind: 'cited' }>; readonly at: number }[];
  isList: boolean;
}

interface Line {
  text: string;
  /** Length of the text up to its last letter: the text itself is not looked through for each note in it. */
  solid: number;
  readonly links: Paragraph['links'];
  readonly cited: Paragraph['cited'];
}

/** Notes of one paragraph; what has more is told in several. */
const MOST_CITED = 500;

/** Sections that hold no telling. */
const NOT_TOLD =
  /^(references?|notes?|notes and references|references and notes|footnotes?|external links?|see also|galler(y|ies)|images?|pictures|navigation|citations?|sources|videos?|links)$/;
const HEADING = /^(={1,6})\s*(.+?)\s*\1\s*$/;

/** The running text of a page, paragraph by paragraph; lists stay together; tables are told cell by cell. */
export function* paragraphsOf(pieces: readonly Piece[]): Generator<Paragraph> {
  const path: string[] = [];
  let paragraph: Paragraph | null = null;
  let isTold = true;
  /** Notes of a heading, or that stand alone: they are for the text behind them. */
  const alone: Paragraph['cited'] = [];
  const finish = (): readonly Paragraph[] => {
    if (paragraph === null) return [];
    const whole = paragraph;
    paragraph = null;
    if (whole.text.trim() !== '') return finished(whole);
    alone.push(...whole.cited.map(({ source }) => ({ source, at: 0 })));
    return [];
  };
  for (const line of linesOf(pieces)) {
    const heading = HEADING.exec(line.text.trim());
    if (heading !== null) {
      yield* finish();
      if (isTold) alone.push(...line.cited.map(({ source }) => ({ source, at: 0 })));
      const level = Math.max((heading[1]?.length ?? 2) - 2, 0);
      path.length = Math.min(path.length, level);
      path[level] = (heading[2] ?? '').replace(/\s+/g, ' ').slice(0, 150);
      isTold = !path.some((title) => title !== undefined && NOT_TOLD.test(fold(title)));
      continue;
    }
    if (!isTold) continue;
    const told = withoutMarkup(line);
    if (told === null) {
      yield* finish();
      continue;
    }
    const { isItem } = told;
    const isFull =
      paragraph !== null && (paragraph.text.length > PAGE_LIMITS.paragraph || paragraph.cited.length > MOST_CITED);
    if (paragraph !== null && (paragraph.isList !== isItem || isFull)) yield* finish();
    paragraph ??= {
      section: path.filter((title) => title !== undefined).join(' / '),
      text: '',
      links: [],
      cited: told.to > told.from ? alone.splice(0) : [],
      isList: isItem,
    };
    append(paragraph, line, told.from, told.to, isItem ? '\n' : ' ');
  }
  yield* finish();
  if (alone.length > 0) yield { section: path.at(-1) ?? '', text: '', links: [], cited: alone, isList: false };
}

function* linesOf(pieces: readonly Piece[]): Generator<Line> {
  let line = newLine();
  for (const piece of pieces) {
    if (line.text.length > PAGE_LIMITS.paragraph || line.cited.length > MOST_CITED) {
      yield line;
      line = newLine();
    }
    if (piece.kind === 'break') line.text += ' ';
    else if (piece.kind === 'cited') line.cited.push({ source: piece, at: line.solid });
    else if (piece.kind === 'link') {
      const from = line.text.length;
      line.text += piece.text.replace(/\s+/g, ' ');
      line.solid = line.text.length;
      line.links.push({ target: piece.target, from, to: line.text.length, isPart: piece.isPart });
    } else {
      for (const [index, part] of piece.text.split('\n').entries()) {
        if (index > 0) {
          yield line;
          line = newLine();
        }
        const words = part.replace(/[\t\u00a0]+/g, ' ');
        const solid = words.trimEnd().length;
        if (solid > 0) line.solid = line.text.length + solid;
        line.text += words;
      }
    }
  }
  yield line;
}

function newLine(): Line {
  return { text: '', solid: 0, links: [], cited: [] };
}

interface Told {
  readonly from: number;
  readonly to: number;
  readonly isItem: boolean;
}

/** What of a line is text; null where it ends a paragraph. */
function withoutMarkup({ text, cited }: Line): Told | null {
  const trimmed = text.trim();
  if (trimmed === '' && cited.length === 0) return null;
  if (/^(?:-{4,}|\|-|\|\}|\{\|)/.test(trimmed)) return null;
  const to = text.trimEnd().length;
  const item = /^\s*[*#:;]+\s*/.exec(text);
  if (item !== null) return { from: item[0].length, to, isItem: true };
  // Table cells: what stands before a single bar only says how the cell looks.
  const cell = /^\s*[|!]\+?\s*(?:[^|[\]{}]*=[^|[\]{}]*\|(?!\|))?\s*/.exec(text);
  if (cell !== null) return { from: cell[0].length, to, isItem: true };
  return { from: text.length - text.trimStart().length, to, isItem: false };
}

/** Adds a line's text; what is marked in it moves along. */
function append(paragraph: Paragraph, line: Line, from: number, to: number, between: string): void {
  if (paragraph.text !== '' && to > from) paragraph.text += between;
  const shift = paragraph.text.length - from;
  paragraph.text += line.text.slice(from, Math.max(from, to));
  for (const link of line.links) {
    if (link.from >= from) paragraph.links.push({ ...link, from: link.from + shift, to: link.to + shift });
  }
  for (const { source, at } of line.cited) paragraph.cited.push({ source, at: Math.max(at, from) + shift });
}

/** A few letters without a link or note are a left-over of the layout. */
function finished(paragraph: Paragraph): readonly Paragraph[] {
  const isTelling = /\p{L}{2}/u.test(paragraph.text) && (paragraph.text.length > 15 || paragraph.links.length > 0);
  return isTelling || paragraph.cited.length > 0 ? [paragraph] : [];
}
