import type { Item, Line } from '../messages/document.ts';
import { LIMITS, PAGE_LINES, TEXT_RESERVED } from './limits.ts';
import { lineMarkdown } from './markdown.ts';

const ROOM = LIMITS.textTotal - TEXT_RESERVED;

/** Lines of Markdown, page by page: items stay whole, a heading stays with what follows it, nothing is left out. */
export function pagesOf(items: readonly Item[]): readonly (readonly string[])[] {
  const blocks = withHeadings(items.flatMap(blocksOf));
  const pages: string[][] = [];
  let page: string[] = [];
  let size = 0;
  for (const block of blocks) {
    const blockSize = block.lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (page.length > 0 && (page.length + block.lines.length > PAGE_LINES || size + blockSize > ROOM)) {
      pages.push(page);
      page = [];
      size = 0;
    }
    // Room to breathe before a heading; at the top of a page there is enough.
    const [first = '', ...rest] = block.lines;
    page.push(block.isHeaded === true && page.length > 0 ? `\n${first}` : first, ...rest);
    size += blockSize;
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

interface Block {
  readonly kind: Item['kind'];
  readonly lines: readonly string[];
  readonly isHeaded?: boolean;
}

/** One block for an item; an item with more text than a page holds is cut between words into several. */
function blocksOf(item: Item): Block[] {
  const lines = item.lines.flatMap(fittingLines);
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (size <= ROOM) return [{ kind: item.kind, lines }];
  return lines.map((line) => ({ kind: item.kind, lines: [line] }));
}

/** Longest stretch of one line; escaping at most doubles it. */
const LONGEST_LINE = Math.floor(ROOM / 2) - 10;

function fittingLines(line: Line): string[] {
  const whole = lineMarkdown(line);
  if (whole.length <= ROOM) return [whole];
  const words = line.text
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.em))
    .join('');
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const space = words.lastIndexOf(' ', at + LONGEST_LINE);
    const isRest = words.length - at <= LONGEST_LINE;
    const end = isRest ? words.length : space > at ? space : at + LONGEST_LINE;
    parts.push(words.slice(at, end));
    at = end;
  }
  return parts.map((part, index) =>
    lineMarkdown({ ...line, text: [part], hasSign: index === 0 && line.hasSign === true }),
  );
}

/** Joins each heading to the block after it. */
function withHeadings(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let headings: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      headings.push(...block.lines);
      continue;
    }
    joined.push({ kind: 'fact', lines: [...headings, ...block.lines], isHeaded: headings.length > 0 });
    headings = [];
  }
  if (headings.length > 0) joined.push({ kind: 'heading', lines: headings, isHeaded: true });
  return joined;
}
