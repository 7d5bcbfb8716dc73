import type { Item, Line, Link } from '../messages/document.ts';
import { LINES_WITHOUT_PAGES, PAGE_LINES } from './limits.ts';
import { lineMarkdown } from './markdown.ts';

/** What stands on one page, and the buttons of that. */
export interface Page {
  readonly lines: readonly string[];
  readonly links: readonly Link[];
}

/**
 * Lines of Markdown, page by page, of at most `room` characters: items stay whole, a heading stays with what follows
 * it where both fit, nothing is left out.
 */
export function pagesOf(items: readonly Item[], room: number): readonly Page[] {
  const blocks = withHeadings(
    items.flatMap((item) => blocksOf(item, room)),
    room,
  );
  const isShort = blocks.reduce((sum, { lines }) => sum + lines.length, 0) <= LINES_WITHOUT_PAGES;
  const most = isShort ? LINES_WITHOUT_PAGES : PAGE_LINES;
  const pages: Page[] = [];
  let page: string[] = [];
  let links: Link[] = [];
  let size = 0;
  for (const block of blocks) {
    // One more for the room before a heading.
    const blockSize = sizeOf(block.lines) + 1;
    if (page.length > 0 && (page.length + block.lines.length > most || size + blockSize > room)) {
      pages.push({ lines: page, links });
      page = [];
      links = [];
      size = 0;
    }
    // Room to breathe before a heading; at the top of a page there is enough.
    const [first = '', ...rest] = block.lines;
    page.push(block.isHeaded === true && page.length > 0 ? `\n${first}` : first, ...rest);
    links.push(...block.links);
    size += blockSize;
  }
  if (page.length > 0 || pages.length === 0) pages.push({ lines: page, links });
  return pages;
}

interface Block {
  readonly kind: Item['kind'];
  readonly lines: readonly string[];
  readonly links: readonly Link[];
  readonly isHeaded?: boolean;
}

/** One block for an item; an item with more text than a page holds is cut between words into several. */
function blocksOf(item: Item, room: number): Block[] {
  const lines = item.lines.flatMap((line) => fittingLines(line, room));
  const links = item.link === undefined ? [] : [item.link];
  if (sizeOf(lines) < room) return [{ kind: item.kind, lines, links }];
  return lines.map((line) => ({ kind: item.kind, lines: [line], links }));
}

/** The characters of the lines, each with its line break. */
function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function fittingLines(line: Line, room: number): string[] {
  const whole = lineMarkdown(line);
  if (whole.length + 2 <= room) return [whole];
  // Escaping at most doubles a line; the rest is for the marks before it.
  const longest = Math.floor(room / 2) - 10;
  const words = line.text
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.em))
    .join('');
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const space = words.lastIndexOf(' ', at + longest);
    const isRest = words.length - at <= longest;
    const cut = /[\uD800-\uDBFF]/.test(words.charAt(at + longest - 1)) ? at + longest - 1 : at + longest;
    const end = isRest ? words.length : space > at ? space : cut;
    parts.push(words.slice(at, end));
    at = end;
  }
  return parts.map((part, index) =>
    lineMarkdown({ ...line, text: [part], hasSign: index === 0 && line.hasSign === true }),
  );
}

/** Joins each heading to the block after it, where a page holds both. */
function withHeadings(blocks: readonly Block[], room: number): Block[] {
  const joined: Block[] = [];
  let headings: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      headings.push(block);
      continue;
    }
    const all = [...headings, block];
    const lines = all.flatMap((one) => one.lines);
    const links = all.flatMap((one) => one.links);
    if (sizeOf(lines) < room) joined.push({ kind: 'fact', lines, links, isHeaded: headings.length > 0 });
    else joined.push(...all);
    headings = [];
  }
  if (headings.length > 0) {
    const lines = headings.flatMap((one) => one.lines);
    joined.push({ kind: 'heading', lines, links: headings.flatMap((one) => one.links), isHeaded: true });
  }
  return joined;
}
