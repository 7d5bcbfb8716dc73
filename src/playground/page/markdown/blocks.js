import { parseInline } from './inline.js';

const DEEPEST = 8;

/**
 * Reads a whole text of Discord's Markdown.
 */
export function parseMarkdown(text, depth = 0) {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let prose = [];
  const flush = () => {
    if (prose.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(prose.join('\n')) });
    prose = [];
  };
  let at = 0;
  while (at < lines.length) {
    const found = fenceAt(lines, at) ?? lineBlockAt(lines, at) ?? (depth < DEEPEST ? nestedAt(lines, at, depth) : null);
    if (found !== null) {
      flush();
      // What stands on the line before a fence is prose of its own.
      blocks.push(...found.blocks);
      at = found.next;
    } else if (lines[at] === '') {
      flush();
      // An empty line between blocks is height, as Discord shows it.
      blocks.push({ kind: 'gap' });
      at += 1;
    } else {
      prose.push(lines[at] ?? '');
      at += 1;
    }
  }
  flush();
  return blocks;
}

function fenceAt(lines, at) {
  const line = lines[at] ?? '';
  const opens = line.indexOf('```');
  if (opens === -1) return null;
  const rest = [line.slice(opens + 3), ...lines.slice(at + 1)].join('\n');
  const closes = rest.indexOf('```');
  if (closes === -1) return null;
  const inner = rest.slice(0, closes);
  const after = rest.slice(closes + 3).split('\n');
  // A word alone is the content, not its language.
  const [, language = '', body] = /^([A-Za-z0-9_+\-.#]*)\n(\n*[^\n][\s\S]*)$/.exec(inner) ?? [];
  const before = line.slice(0, opens).trimEnd();
  /** @type {Block[]} */
  const blocks = before === '' ? [] : [{ kind: 'paragraph', children: parseInline(before) }];
  blocks.push({ kind: 'code-block', language, text: (body ?? inner).replace(/^\n|\n$/g, '') });
  const tail = (after[0] ?? '').trim();
  if (tail !== '') blocks.push(...parseMarkdown(tail));
  const used = inner.split('\n').length;
  return { blocks, next: at + used };
}

function lineBlockAt(lines, at) {
  const line = lines[at] ?? '';
  const [, signs, title] = /^(#{1,3})\s+(\S.*)$/.exec(line) ?? [];
  if (signs !== undefined && title !== undefined) {
    const level = /** @type {1 | 2 | 3} */ (signs.length);
    return one({ kind: 'heading', level, children: parseInline(title.trim()) }, at);
  }
  const [, small] = /^-#\s+(\S.*)$/.exec(line) ?? [];
  return small === undefined ? null : one({ kind: 'small', children: parseInline(small.trim()) }, at);
}

function nestedAt(lines, at, depth) {
  const line = lines[at] ?? '';
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { blocks: [{ kind: 'quote', children: parseMarkdown(rest, depth + 1) }], next: lines.length };
  }
  if (line.startsWith('> ') || line === '>') {
    let end = at;
    while (end < lines.length && /^>( |$)/.test(lines[end] ?? '')) end += 1;
    const inner = lines.slice(at, end).map((quoted) => quoted.slice(2));
    return { blocks: [{ kind: 'quote', children: parseMarkdown(inner.join('\n'), depth + 1) }], next: end };
  }
  return listAt(lines, at, depth);
}

function listAt(lines, at, depth) {
  const first = itemOf(lines[at] ?? '');
  if (first === null) return null;
  /** @type {string[][]} */
  const items = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const item = itemOf(line);
    const current = items.at(-1);
    if (item !== null && item.indent <= first.indent) {
      if (item.ordered !== first.ordered || item.indent < first.indent) break;
      items.push([item.text]);
    } else if (line.trim() !== '' && /^\s/.test(line) && current !== undefined) {
      // What is indented belongs to the item above it.
      current.push(line.slice(Math.min(first.indent + 2, line.search(/\S/))));
    } else break;
  }
  const children = items.map((item) => parseMarkdown(item.join('\n'), depth + 1));
  return { blocks: [{ kind: 'list', ordered: first.ordered, start: first.start, items: children }], next };
}

function itemOf(line) {
  const found = /^( *)(?:[-*]|(\d{1,9})\.)\s+(\S.*)$/.exec(line);
  if (found === null) return null;
  const [, spaces = '', number, text = ''] = found;
  return { indent: spaces.length, ordered: number !== undefined, start: Number(number ?? 1), text };
}

function one(block, at) {
  return { blocks: [block], next: at + 1 };
}
