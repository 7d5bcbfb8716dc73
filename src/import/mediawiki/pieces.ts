import { decodeEntities } from './entities.ts';
import type { LinkNode, RefNode, TemplateNode, WikiNode } from './nodes.ts';
import { NAMESPACES, type WikiSite } from './site.ts';
import { isCitation, isLayout } from './template-names.ts';

/** Wikitext as a reader sees it, in the order it is read. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** A link to another page of the wiki. */
  | {
      readonly kind: 'link';
      readonly target: string;
      readonly text: string;
      /** To a section of it. */
      readonly isPart: boolean;
    }
  | { readonly kind: 'break' }
  /** A note or citation template, which stood here and shows nothing. */
  | { readonly kind: 'cited'; readonly source: RefNode | TemplateNode };

export interface Flattening {
  readonly site: WikiSite;
  /** Titles of `[[Category:…]]`, in order. */
  readonly categories: string[];
  /** Templates on the page itself whose parameters are read as fields: they show nothing in the prose. */
  readonly isRecord: (template: TemplateNode) => boolean;
}

/** Makes of a tree what a reader sees: text, links, line breaks, and where something is cited. */
export function piecesOf(nodes: readonly WikiNode[], flattening: Flattening): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) addNode(node, flattening, pieces);
  return pieces;
}

/** The words alone. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'text' || piece.kind === 'link' ? piece.text : piece.kind === 'break' ? '\n' : ''))
    .join('');
}

function addNode(node: WikiNode, flattening: Flattening, pieces: Piece[]): void {
  switch (node.kind) {
    case 'text':
      pieces.push({ kind: 'text', text: cleaned(node.text) });
      break;
    case 'break':
      pieces.push(node);
      break;
    case 'ref':
      pieces.push({ kind: 'cited', source: node });
      break;
    case 'table':
      pieces.push({ kind: 'text', text: '\n' });
      addAll(withoutAttributes(node.children), flattening, pieces);
      pieces.push({ kind: 'text', text: '\n' });
      break;
    case 'external':
      addAll(node.label, flattening, pieces);
      break;
    case 'link':
      addLink(node, flattening, pieces);
      break;
    case 'template':
      addTemplate(node, flattening, pieces);
  }
}

/** What stands behind `{|` says how the table looks. */
function withoutAttributes(nodes: readonly WikiNode[]): readonly WikiNode[] {
  const [first, ...rest] = nodes;
  if (first?.kind !== 'text') return nodes;
  const line = first.text.indexOf('\n');
  return line === -1 ? rest : [{ kind: 'text', text: first.text.slice(line) }, ...rest];
}

function addAll(nodes: readonly WikiNode[], flattening: Flattening, pieces: Piece[]): void {
  for (const node of nodes) addNode(node, flattening, pieces);
}

/** `w:…`, `en:…`, `memoryalpha:…`: a page elsewhere. */
const ELSEWHERE = /^:?[a-z][a-z0-9-]*:\S/;
const LANGUAGE = /^[a-z]{2,3}(-[a-z]+)*:/;

function addLink(link: LinkNode, flattening: Flattening, pieces: Piece[]): void {
  const { site } = flattening;
  const isShown = link.target.startsWith(':');
  const target = titleOf(link.target);
  const label = link.label === null ? [] : piecesOf(link.label, { ...flattening, categories: [] });
  const shown = link.label === null ? target.replace(/^.*:(?=\S)/, '') : wordsOf(label).replace(/\s+/g, ' ').trim();
  if (site.isOfUsers(target)) return;
  const namespace = site.namespaceOf(target);
  if (namespace === NAMESPACES.category && !isShown) {
    flattening.categories.push(target.slice(target.indexOf(':') + 1).trim());
    return;
  }
  if (namespace !== NAMESPACES.content) {
    if (isShown) pieces.push({ kind: 'text', text: shown });
    return;
  }
  if (ELSEWHERE.test(link.target)) {
    if (isShown || !LANGUAGE.test(link.target)) pieces.push({ kind: 'text', text: shown });
    return;
  }
  const page = target.split('#')[0]?.trim() ?? '';
  const text = link.label === null ? target : shown === '' ? withoutBrackets(page) : shown;
  if (page === '') pieces.push({ kind: 'text', text });
  else pieces.push({ kind: 'link', target: page, text, isPart: target.includes('#') });
  for (const piece of label) if (piece.kind === 'cited') pieces.push(piece);
}

/** A title as the wiki files it: no colon before it, its first letter a capital. */
export function titleOf(target: string): string {
  const plain = decodeEntities(target)
    .replace(/^:/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}

/** `[[Ardent (ship)|]]` shows "Ardent". */
function withoutBrackets(title: string): string {
  return title.replace(/\s*\([^()]*\)$/, '');
}

const LIST_TEMPLATES =
  /^(plain ?list|flat ?list|ubl|unbulleted list|hlist|ul|list|bulleted list|cslist|br separated entries)$/i;
const BREAK_TEMPLATES = /^(br|break|clear|-|\*|•|·|dot|bullet|,)$/i;

function addTemplate(template: TemplateNode, flattening: Flattening, pieces: Piece[]): void {
  if (isCitation(template.name)) {
    pieces.push({ kind: 'cited', source: template });
    return;
  }
  if (BREAK_TEMPLATES.test(template.name)) pieces.push({ kind: 'break' });
  else if (template.name === '!') pieces.push({ kind: 'text', text: '|' });
  if (isLayout(template.name) || flattening.isRecord(template)) return;
  const isList = LIST_TEMPLATES.test(template.name);
  let isFirst = true;
  for (const { name, value } of template.parameters) {
    if (name !== null && !/^\d+$|^(text|content|quote|label|name|title|author|source)$/i.test(name)) continue;
    const inner = piecesOf(value, flattening);
    if (wordsOf(inner).trim() === '' && !inner.some((piece) => piece.kind === 'cited')) continue;
    if (isList) pieces.push({ kind: 'break' });
    else if (!isFirst) pieces.push({ kind: 'text', text: ' ' });
    isFirst = false;
    pieces.push(...inner);
  }
}

/** Text without the marks of wikitext: bold and italics, magic words, entities. */
function cleaned(text: string): string {
  const plain = text.includes("''") ? text.replace(/'{2,5}/g, '') : text;
  const worded = plain.includes('__') ? plain.replace(/__[A-Z]+__/g, '') : plain;
  return decodeEntities(worded);
}
