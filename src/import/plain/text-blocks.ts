import { type Block, ITALIC } from './block.ts';

const LONGEST_HEADING = 90;
const LONGEST_KEY = 40;
const LONGEST_FIELD = 160;

const MARKDOWN_HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s*(?:[•◦▪*+–-]|(\d{1,4})[.)]|\[(\d{1,4})\]|\^(?=\s))\s+(.*)$/;
const FIELD = /^([^\s:][^:]{0,60}?)\s*::?\s+(\S.*)$/;
const UNDERLINE = /^(?:=+|-+)$/;
/** What a copied wiki page leaves behind its section titles. */
const EDIT_MARK = /\s*\[(?:edit(?:\s+source)?|\s*)\]\s*$/i;
const FENCE = /^(?:```|~~~)/;

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Plain text or Markdown as blocks: paragraphs between empty lines, titles, bullets, fact boxes. */
export function* textBlocks(text: string): Generator<Block> {
  for (const chunk of chunksOf(text)) yield* chunkBlocks(chunk);
}

/** Runs of lines without an empty one between them; code is no lore. */
function* chunksOf(text: string): Generator<readonly Line[]> {
  let chunk: Line[] = [];
  let isCode = false;
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (FENCE.test(line.trimStart())) isCode = !isCode;
    else if (!isCode && line.trim() !== '') {
      chunk.push({ text: line, number });
      continue;
    }
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function* linesOf(text: string): Generator<string> {
  const ends = /\r\n|\r|\n|\u2028|\u2029/g;
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (const end of text.matchAll(ends)) {
    yield text.slice(from, end.index);
    from = end.index + end[0].length;
  }
  yield text.slice(from);
}

function* chunkBlocks(lines: readonly Line[]): Generator<Block> {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && isTitle(only.text)) {
    yield { kind: 'heading', text: bare(only.text), level: 0, line: only.number };
    return;
  }
  const isBox = lines.filter(({ text }) => fieldOf(text) !== null).length >= 2;
  let held: Line[] = [];
  const paragraph = (): Block[] => {
    const [first] = held;
    const text = held.map((line) => line.text.trim()).join(' ');
    held = [];
    return first === undefined ? [] : [{ kind: 'paragraph', text: italics(text), line: first.number }];
  };
  for (const line of lines) {
    const block = lineBlock(line, isBox, held);
    if (block === 'underline') {
      const title = held.pop();
      yield* paragraph();
      if (title !== undefined) yield { kind: 'heading', text: bare(title.text), level: 0, line: title.number };
    } else if (block !== null) {
      yield* paragraph();
      yield block;
    } else {
      // Lines that are whole paragraphs each, as editors without wrapping save them.
      if (held.length > 0 && (isBox || isWhole(held.at(-1)?.text ?? ''))) yield* paragraph();
      held.push(line);
    }
  }
  yield* paragraph();
}

function lineBlock(line: Line, isBox: boolean, held: readonly Line[]): Block | 'underline' | null {
  const { text, number } = line;
  const [, marks, title] = MARKDOWN_HEADING.exec(text) ?? [];
  if (marks !== undefined && title !== undefined) {
    return { kind: 'heading', text: bare(title), level: marks.length, line: number };
  }
  if (UNDERLINE.test(text.trim())) return held.length > 0 ? 'underline' : null;
  const [, numbered, bracketed, item] = BULLET.exec(text) ?? [];
  if (item !== undefined) {
    return { kind: 'item', text: italics(item.trim()), number: numbered ?? bracketed ?? null, line: number };
  }
  const field = isBox ? fieldOf(text) : null;
  return field === null ? null : { kind: 'field', ...field, line: number };
}

/** A short line that stands alone and ends like no sentence. */
function isTitle(text: string): boolean {
  const title = bare(text);
  if (title === '' || title.length > LONGEST_HEADING || MARKDOWN_HEADING.test(text) || BULLET.test(text)) return false;
  return !/[.!?:;,…)\]"”]$/.test(title) || (EDIT_MARK.test(text) && !/[.!?;,…]$/.test(title));
}

function isWhole(line: string): boolean {
  return line.length > 200 && /[.!?)"”\]]\s*$/.test(line);
}

function fieldOf(text: string): { readonly key: string; readonly value: string } | null {
  if (text.length > LONGEST_FIELD || BULLET.test(text)) return null;
  const [, key = '', value] = FIELD.exec(text.trim()) ?? [];
  if (value === undefined || key.length > LONGEST_KEY || key.split(/\s+/).length > 4 || /["“(.]/.test(key)) return null;
  return { key: key.replaceAll('*', ''), value: value.replaceAll('**', '').trim() };
}

function bare(text: string): string {
  return text.trim().replace(MARKDOWN_HEADING, '$2').replace(EDIT_MARK, '').replaceAll('**', '').trim();
}

/** `*Title*` and `_Title_`, never `**bold**`; bold loses its marks. */
function italics(text: string): string {
  return text
    .replaceAll(/\*\*|__/g, '')
    .replace(/(?<![\p{L}\p{N}*])[*_]([^\s*_][^*_]{0,200}?)[*_](?![\p{L}\p{N}*])/gu, `${ITALIC.open}$1${ITALIC.close}`);
}
