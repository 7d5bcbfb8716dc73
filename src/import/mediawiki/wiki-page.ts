import { PageBudget } from '../page-budget.ts';
import type { WikiPage } from './export-pages.ts';
import type { RefNode, TemplateNode, WikiNode } from './nodes.ts';
import { type Flattening, type Piece, piecesOf } from './pieces.ts';
import type { WikiSite } from './site.ts';
import { isCitation, isDisambiguation, isLayout, plainName } from './template-names.ts';
import { type ParsedText, parseWikitext } from './wikitext.ts';

/** A page taken apart: its records (templates with named parameters), its running text, its categories. */
export interface ReadPage {
  readonly title: string;
  readonly line: number;
  readonly records: readonly TemplateNode[];
  readonly prose: readonly Piece[];
  readonly categories: readonly string[];
  readonly isDisambiguation: boolean;
  /** `<ref name="…">` by name. */
  readonly notes: ReadonlyMap<string, RefNode>;
  readonly faults: ParsedText['faults'];
}

/** Templates of fewer filled parameters than this are part of the text. */
const FEWEST_FIELDS = 2;

/** Takes a page apart within its budget. */
export function readWikiPage(page: WikiPage, site: WikiSite): ReadPage {
  const { nodes, faults } = parseWikitext(page.text, new PageBudget());
  const records = recordsIn(nodes);
  const categories: string[] = [];
  const flattening: Flattening = { site, categories, isRecord: (template) => records.has(template) };
  const prose = piecesOf(nodes, flattening);
  const notes = new Map<string, RefNode>();
  collectNotes(nodes, notes);
  return {
    title: page.title,
    line: page.line,
    records: [...records],
    prose,
    categories,
    isDisambiguation:
      nodes.some((node) => node.kind === 'template' && isDisambiguation(node.name)) ||
      /\(disambiguation\)$/i.test(page.title),
    notes,
    faults,
  };
}

/** How the words of a field are read: nothing in it is a record of its own. */
export function fieldFlattening(site: WikiSite): Flattening {
  return { site, categories: [], isRecord: () => false };
}

function recordsIn(nodes: readonly WikiNode[]): ReadonlySet<TemplateNode> {
  const records = new Set<TemplateNode>();
  for (const node of nodes) {
    if (node.kind !== 'template' || isCitation(node.name) || isLayout(node.name)) continue;
    const named = node.parameters.filter(({ name }) => name !== null && name !== '' && !/^\d+$/.test(name));
    if (named.length >= FEWEST_FIELDS || (named.length > 0 && /info ?box/i.test(plainName(node.name))))
      records.add(node);
  }
  return records;
}

/** Notes may be defined anywhere, in fields and lists of notes too; an explicit stack, since trees may be deep. */
function collectNotes(nodes: readonly WikiNode[], notes: Map<string, RefNode>): void {
  const open: WikiNode[] = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'ref') {
      if (node.name !== '' && node.children.length > 0) notes.set(node.name, node);
      open.push(...node.children);
    } else if (node.kind === 'template') for (const { value } of node.parameters) open.push(...value);
    else if (node.kind === 'table') open.push(...node.children);
    else if (node.kind === 'link') open.push(...(node.label ?? []));
  }
}
