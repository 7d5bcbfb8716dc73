import { mentionAt } from './mentions.js';

/** How deep formatting may nest: deeper is shown as it was typed. */
const DEEPEST = 12;

/** Pairs of signs around text; longer ones are tried before those they begin with. */
const PAIRS = /** @type {const} */ ([
  ['***', 'strong-em'],
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
]);

/**
 * Reads the inline part of Discord's Markdown.
 */
export function parseInline(text, depth = 0) {
  /** @type {Inline[]} */
  const nodes = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (at < text.length) {
    const found = nodeAt(text, at, depth);
    if (found === null) {
      plain += text[at];
      at += 1;
    } else if (found.node.kind === 'text') {
      plain += found.node.text;
      at = found.end;
    } else {
      flush();
      nodes.push(found.node);
      at = found.end;
    }
  }
  flush();
  return nodes;
}

/** @returns {FoundInline} */
function nodeAt(text, at, depth) {
  switch (text[at]) {
    case '\\':
      return escapedAt(text, at);
    case '`':
      return codeAt(text, at);
    case '\n':
      return { node: { kind: 'break' }, end: at + 1 };
    case '*':
    case '_':
    case '~':
    case '|':
      return depth < DEEPEST ? (pairAt(text, at, depth) ?? emphasisAt(text, at, depth)) : null;
    case '[':
      return depth < DEEPEST ? maskedLinkAt(text, at, depth) : null;
    case '<':
      return mentionAt(text, at) ?? bracketedLinkAt(text, at);
    case '@':
      return everyoneAt(text, at);
    case 'h':
      return bareLinkAt(text, at);
    default:
      return null;
  }
}

/** A backslash before a sign makes it plain text. @returns {FoundInline} */
function escapedAt(text, at) {
  const next = text.codePointAt(at + 1);
  if (next === undefined) return null;
  const sign = String.fromCodePoint(next);
  return /[^0-9A-Za-z\s]/.test(sign) ? { node: { kind: 'text', text: sign }, end: at + 1 + sign.length } : null;
}

/** @returns {FoundInline} */
function codeAt(text, at) {
  const ticks = /^`+/.exec(text.slice(at, at + 8))?.[0] ?? '`';
  let end = text.indexOf(ticks, at + ticks.length);
  while (end !== -1 && text[end + ticks.length] === '`') {
    while (text[end] === '`') end += 1;
    end = text.indexOf(ticks, end);
  }
  if (end === -1) return null;
  const inner = text.slice(at + ticks.length, end);
  // One space beside a tick is there to keep the two apart and is not shown.
  const shown = inner.replace(/^ (?=`)|(?<=`) $/g, '');
  return shown.trim() === '' && ticks.length === 1 && inner === ''
    ? null
    : { node: { kind: 'code', text: shown }, end: end + ticks.length };
}

/** @returns {FoundInline} */
function pairAt(text, at, depth) {
  for (const [sign, kind] of PAIRS) {
    if (!text.startsWith(sign, at)) continue;
    const start = at + sign.length;
    const end = closing(text, start, sign);
    if (end === -1 || text.slice(start, end).trim() === '') continue;
    const children = parseInline(text.slice(start, end), depth + 1);
    const node =
      kind === 'strong-em'
        ? { kind: /** @type {const} */ ('em'), children: [{ kind: /** @type {const} */ ('strong'), children }] }
        : { kind, children };
    return { node: /** @type {Inline} */ (node), end: end + sign.length };
  }
  return null;
}

/** `*so*` and `_so_`: never across a space at its edge, and `_` not inside a word. @returns {FoundInline} */
function emphasisAt(text, at, depth) {
  const sign = text[at] ?? '';
  const start = at + 1;
  if ((sign !== '*' && sign !== '_') || /^\s|^$/.test(text.slice(start, start + 1))) return null;
  if (sign === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null;
  for (let end = closing(text, start, sign); end !== -1; end = closing(text, end + 1, sign)) {
    const after = text[end + 1] ?? '';
    const isDoubled = after === sign || text[end - 1] === sign;
    if (isDoubled || (sign === '*' && /\s/.test(text[end - 1] ?? '')) || (sign === '_' && /[\p{L}\p{N}_]/u.test(after)))
      continue;
    if (end === start) return null;
    return { node: { kind: 'em', children: parseInline(text.slice(start, end), depth + 1) }, end: end + 1 };
  }
  return null;
}

/** Where a sign closes, leaving out what is escaped or code. */
function closing(text, from, sign) {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') at = (codeAt(text, at)?.end ?? at + 1) - 1;
    else if (text.startsWith(sign, at)) {
      // Of `***` after `**bold *both***` the last two close the outer pair.
      while (sign.length > 1 && text[at + sign.length] === sign[0]) at += 1;
      return at;
    }
  }
  return -1;
}

/** @returns {FoundInline} */
function maskedLinkAt(text, at, depth) {
  const found =
    /^\[((?:\\.|[^\]\\\n]|\n(?!\n)){1,1000})\]\(\s*<?(https?:\/\/[^\s<>)]{1,2000}(?:\([^\s<>)]*\)[^\s<>)]*)?)>?(?:\s+"[^"\n]*")?\s*\)/.exec(
      text.slice(at, at + 3200),
    );
  const [whole, label = '', url = ''] = found ?? [];
  if (whole === undefined || !isWebAddress(url)) return null;
  return { node: { kind: 'link', url, children: parseInline(label, depth + 1) }, end: at + whole.length };
}

/** @returns {FoundInline} */
function bracketedLinkAt(text, at) {
  const [whole, url = ''] = /^<(https?:\/\/[^\s<>]{1,2000})>/.exec(text.slice(at, at + 2048)) ?? [];
  if (whole === undefined || !isWebAddress(url)) return null;
  return { node: { kind: 'link', url, children: [{ kind: 'text', text: url }] }, end: at + whole.length };
}

/** @returns {FoundInline} */
function bareLinkAt(text, at) {
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return null;
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null;
  let url = /^https?:\/\/[^\s<]+/.exec(text.slice(at, at + 2048))?.[0] ?? '';
  url = url.replace(/[.,:;"'\]!?|*_~]+$/, '');
  // A closing bracket belongs to the sentence unless it was opened in the address.
  while (url.endsWith(')') && url.split(')').length > url.split('(').length) url = url.slice(0, -1);
  if (!isWebAddress(url)) return null;
  return { node: { kind: 'link', url, children: [{ kind: 'text', text: url }] }, end: at + url.length };
}

/** @returns {FoundInline} */
function everyoneAt(text, at) {
  const [whole] = /^@(?:everyone|here)\b/.exec(text.slice(at, at + 10)) ?? [];
  return whole === undefined ? null : { node: { kind: 'mention', of: 'everyone', id: whole }, end: at + whole.length };
}

function isWebAddress(url) {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
