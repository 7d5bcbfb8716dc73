import { LONGEST_NAME } from '../../lore/intake/reference.ts';
import type { RefNode, TemplateNode, WikiNode } from './nodes.ts';
import { type Flattening, piecesOf, wordsOf } from './pieces.ts';
import { isCitation } from './template-names.ts';

export interface Sources {
  readonly sources: readonly { readonly work: string; readonly locator: string }[];
  /** Notes that name no work. */
  readonly remarks: readonly string[];
}

export interface CitationReading {
  readonly flattening: Flattening;
  /** `<ref name="…">` of the page, by name. */
  readonly named: ReadonlyMap<string, RefNode>;
  /** Whether a page that is linked to is a work. */
  readonly isWork: (title: string) => boolean;
  /** The cell for a page. */
  readonly refOf: (title: string) => string;
}

const NOTHING: Sources = { sources: [], remarks: [] };
const LONGEST_LOCATOR = 200;
const LONGEST_REMARK = 900;
/** A note of more words than this tells something, and does not only cite. */
const MOST_WORDS = 14;

/** What a note or citation template cites. */
export function sourcesIn(node: RefNode | TemplateNode, reading: CitationReading): Sources {
  if (node.kind === 'template') return ofTemplate(node, reading);
  const children = node.children.length > 0 ? node.children : (reading.named.get(node.name)?.children ?? []);
  const templates = children.filter(
    (child): child is TemplateNode => child.kind === 'template' && isCitation(child.name),
  );
  if (templates.length > 0) {
    const all = templates.map((template) => ofTemplate(template, reading));
    return { sources: all.flatMap(({ sources }) => sources), remarks: all.flatMap(({ remarks }) => remarks) };
  }
  return ofNote(children, reading);
}

const WORK_FIELDS = [
  'title',
  'work',
  'book',
  'episode',
  'ep',
  'source',
  'chapter title',
  'article',
  'name',
  'issue',
  'film',
  'game',
];
const PLACE_FIELDS = [
  'chapter',
  'ch',
  'page',
  'pages',
  'p',
  'pp',
  'volume',
  'vol',
  'section',
  'at',
  'time',
  'minute',
  'timestamp',
  'season',
  'loc',
];

function ofTemplate(template: TemplateNode, reading: CitationReading): Sources {
  const text = (nodes: readonly WikiNode[]): string =>
    wordsOf(piecesOf(nodes, reading.flattening)).replace(/\s+/g, ' ').trim();
  const named = new Map(
    template.parameters.flatMap(({ name, value }) =>
      name === null ? [] : [[name.toLowerCase(), text(value)] as const],
    ),
  );
  const placed = template.parameters.filter(({ name }) => name === null || /^\d+$/.test(name));
  const [first, ...rest] = placed.map(({ value }) => text(value)).filter((part) => part !== '');
  const field = WORK_FIELDS.find((name) => (named.get(name) ?? '') !== '');
  const work = field === undefined ? first : named.get(field);
  const places = PLACE_FIELDS.flatMap((name) => named.get(name) ?? []).filter((part) => part !== '');
  const locator = [...(field === undefined ? rest : []), ...places].join(', ');
  if (work === undefined || work === '') return NOTHING;
  if (work.length > LONGEST_NAME) return { sources: [], remarks: [work.slice(0, LONGEST_REMARK)] };
  return { sources: [{ work: workCell(work, reading), locator: locator.slice(0, LONGEST_LOCATOR) }], remarks: [] };
}

function workCell(work: string, reading: CitationReading): string {
  return reading.isWork(work) ? reading.refOf(work) : work;
}

/** A note in words: titles in italics or that lead to a work, else a short note is the title, else it is a remark. */
function ofNote(children: readonly WikiNode[], reading: CitationReading): Sources {
  const pieces = piecesOf(children, reading.flattening);
  const words = wordsOf(pieces).replace(/\s+/g, ' ').trim();
  if (words === '') return NOTHING;
  const linked = pieces.flatMap((piece) => (piece.kind === 'link' && reading.isWork(piece.target) ? [piece] : []));
  const titles = [
    ...linked.map(({ target, text }) => ({ work: reading.refOf(target), shown: text })),
    ...italics(children)
      .filter((title) => title.length > 2 && title.length <= 120 && !linked.some(({ text }) => title.includes(text)))
      .map((title) => ({ work: workCell(title, reading), shown: title })),
  ];
  const isTelling = words.split(' ').length > MOST_WORDS;
  const remarks = isTelling ? [words.slice(0, LONGEST_REMARK)] : [];
  if (titles.length > 0) {
    const unique = titles.filter(({ work }, index) => titles.findIndex((other) => other.work === work) === index);
    const locator = (shown: string): string =>
      isTelling
        ? ''
        : words
            .replace(shown, '')
            .replace(/^[\s,.;:"“”–—-]+|[\s,;:"“”–—-]+$/g, '')
            .slice(0, LONGEST_LOCATOR);
    return { sources: unique.map(({ work, shown }) => ({ work, locator: locator(shown) })), remarks };
  }
  const quoted = /["“]([^"”]{3,120})["”]/.exec(words)?.[1];
  if (quoted !== undefined && !isTelling) {
    const rest = words.replace(/["“][^"”]*["”]/, '').replace(/^[\s,.;:]+|[\s,.;:]+$/g, '');
    return { sources: [{ work: quoted, locator: rest.slice(0, LONGEST_LOCATOR) }], remarks };
  }
  const url = children.find((child) => child.kind === 'external');
  if (isTelling || words.length > LONGEST_NAME) return { sources: [], remarks: [words.slice(0, LONGEST_REMARK)] };
  const title = url === undefined ? (words.split(/[,;:]\s/)[0] ?? words) : words;
  const rest = words
    .slice(title.length)
    .replace(/^[,;:\s]+/, '')
    .replace(/\.$/, '');
  return { sources: [{ work: title.replace(/\.$/, ''), locator: rest.slice(0, LONGEST_LOCATOR) }], remarks };
}

/** Texts between two `''`, links in them included. */
function italics(nodes: readonly WikiNode[]): readonly string[] {
  const found: string[] = [];
  let open: string | null = null;
  for (const node of nodes) {
    if (node.kind === 'link') {
      if (open !== null) open += node.label === null ? node.target : wordsIn(node.label);
      continue;
    }
    if (node.kind === 'external') found.push(...italics(node.label));
    if (node.kind !== 'text') continue;
    for (const [index, part] of node.text.split(/'{2,5}/).entries()) {
      if (index > 0) {
        if (open !== null) found.push(open.trim());
        open = open === null ? '' : null;
      }
      if (open !== null) open += part;
    }
  }
  return found.filter((title) => /\p{L}/u.test(title));
}

function wordsIn(nodes: readonly WikiNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : ''))
    .join('')
    .replace(/'{2,5}/g, '');
}
