import type { PageBudget } from '../page-budget.ts';
import { Frames } from './frames.ts';
import type { WikiNode } from './nodes.ts';

/** Whatever may begin or end something. Each alternative is short, so that a page is gone through once. */
const TOKEN = /\{\{|\}\}|\[\[|\]\]|\[(?=(?:https?:)?\/\/)|\]|\{\||\|\}|\||=|<!--|<\/?[a-zA-Z]/g;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[\s/][^<>]*)?)>/y;

/** Elements whose content is no prose: it goes with them. */
const DROPPED: ReadonlySet<string> = new Set(
  'gallery math timeline score syntaxhighlight source style script imagemap templatestyles hiero graph mapframe poll dpl inputbox categorytree ce chem'.split(
    ' ',
  ),
);
/** Elements whose content is text as it stands. */
const VERBATIM: ReadonlySet<string> = new Set(['nowiki', 'pre', 'code']);

export interface ParsedText {
  readonly nodes: readonly WikiNode[];
  /** What of the page was not understood as it was meant. */
  readonly faults: ReadonlySet<'too-deep' | 'too-long'>;
}

/**
 * Reads wikitext into a tree in one pass, without recursion: templates with their parameters, links, references and
 * tables, however they are nested. Other tags go, their text stays.
 */
export function parseWikitext(text: string, budget: PageBudget): ParsedText {
  const frames = new Frames();
  const faults = new Set<'too-deep' | 'too-long'>();
  const unclosed = new Set<string>();
  const token = new RegExp(TOKEN);
  const tag = new RegExp(TAG);
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) break;
    if (!budget.spend()) {
      faults.add('too-long');
      break;
    }
    if (found.index > at) frames.text(text.slice(at, found.index));
    const [mark] = found;
    at = found.index + mark.length;
    if (mark === '<!--') {
      const end = text.indexOf('-->', at);
      at = end === -1 ? text.length : end + 3;
    } else if (mark.startsWith('<')) at = takeTag(text, found.index, tag, frames, unclosed);
    else if ((mark === '{|' || mark === '|}') && !isTableMark(text, found.index, mark)) {
      // `{|` in the middle of a line is a brace and a bar, and the bar of `|}}` ends a parameter.
      if (mark === '{|') frames.text('{');
      else frames.take('|');
      at = found.index + 1;
    } else frames.take(mark);
  }
  if (at < text.length && !faults.has('too-long')) frames.text(text.slice(at));
  if (frames.wasTooDeep) faults.add('too-deep');
  return { nodes: frames.end(), faults };
}

/** Tables begin and end at the beginning of a line. */
function isTableMark(text: string, index: number, mark: string): boolean {
  if (mark === '|}' && text[index + 2] === '}') return false;
  for (let at = index - 1; at >= 0 && index - at < 40; at -= 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') return true;
    if (!/[\s:*#]/.test(letter)) return false;
  }
  return index < 40;
}

/** Takes one tag; returns where reading goes on. */
function takeTag(text: string, index: number, tag: RegExp, frames: Frames, unclosed: Set<string>): number {
  tag.lastIndex = index;
  const found = tag.exec(text);
  if (found === null) {
    frames.text('<');
    return index + 1;
  }
  const [whole, slash = '', written = '', attributes = ''] = found;
  const name = written.toLowerCase();
  const end = index + whole.length;
  const isClosed = attributes.endsWith('/');
  if (slash === '' && !isClosed && (DROPPED.has(name) || VERBATIM.has(name))) {
    const close = unclosed.has(name) ? -1 : closingTag(text, name, end);
    if (close === -1) {
      unclosed.add(name);
      return end;
    }
    if (VERBATIM.has(name)) frames.text(text.slice(end, close));
    return text.indexOf('>', close) + 1;
  }
  if (name === 'br') frames.node({ kind: 'break' });
  else if (name === 'ref' && slash === '') {
    const label = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))/i.exec(attributes);
    frames.openRef(label?.[1] ?? label?.[2] ?? label?.[3] ?? '', whole, isClosed);
  } else if (name === 'ref') frames.closeRef(whole);
  else if (BLOCKS.has(name)) frames.text('\n');
  else if (name === 'li' && slash === '') frames.text('\n* ');
  return end;
}

/** Elements that begin a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'tr',
  'table',
  'blockquote',
  'h2',
  'h3',
  'h4',
  'center',
  'hr',
]);

function closingTag(text: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = from;
  return close.exec(text)?.index ?? -1;
}
