import { PAGE_LIMITS } from '../page-budget.ts';
import type { Parameter, WikiNode } from './nodes.ts';

type FrameKind = 'root' | 'template' | 'link' | 'external' | 'ref' | 'table';

/** Something that was opened and is not closed yet. */
interface Frame {
  readonly kind: FrameKind;
  /** The text that opened it, should it never be closed. */
  readonly opening: string;
  children: WikiNode[];
  /** Parameters of a template (the first is its name), or the target of a link. */
  readonly parts: { name: string | null; value: WikiNode[] }[];
  /** The name of the parameter that is being read. */
  name: string | null;
  readonly label: string;
}

const OPENING: Readonly<Record<string, FrameKind>> = { '{{': 'template', '[[': 'link', '[': 'external', '{|': 'table' };
const CLOSING: Readonly<Record<string, FrameKind>> = { '}}': 'template', ']]': 'link', ']': 'external', '|}': 'table' };
/** What may not be left open inside what: a link ends at the latest where the template around it does. */
const WALLS: Readonly<Record<FrameKind, readonly FrameKind[]>> = {
  root: [],
  template: ['ref'],
  link: ['template', 'ref', 'table'],
  external: ['template', 'link', 'ref', 'table'],
  ref: [],
  table: ['template', 'ref'],
};

/** What is open while wikitext is read, innermost last; a stack instead of recursion, so that no page is too deep for it. */
export class Frames {
  wasTooDeep = false;
  readonly #stack: Frame[] = [frameOf('root', '')];
  /** Openings beyond the depth that is followed, by kind: their closings are text as well. */
  readonly #beyond = new Map<FrameKind, number>();

  text(text: string): void {
    const { children } = this.#top();
    const last = children.at(-1);
    if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text };
    else children.push({ kind: 'text', text });
  }

  node(node: WikiNode): void {
    this.#top().children.push(node);
  }

  /** Takes one mark: `{{ }} [[ ]] [ ] {| |} | =`. */
  take(mark: string): void {
    const opened = OPENING[mark];
    const closed = CLOSING[mark];
    if (opened !== undefined) this.#open(opened, mark);
    else if (closed !== undefined) this.#close(closed, mark);
    else if (mark === '|') this.#bar();
    else this.#equals();
  }

  openRef(label: string, opening: string, isClosed: boolean): void {
    if (isClosed) this.node({ kind: 'ref', name: label, children: [] });
    else this.#open('ref', opening, label);
  }

  closeRef(tag: string): void {
    this.#close('ref', tag);
  }

  /** Everything that was read; what is still open becomes text. */
  end(): readonly WikiNode[] {
    while (this.#stack.length > 1) this.#dissolve();
    return this.#top().children;
  }

  #top(): Frame {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new Error('the root of a page was closed');
    return top;
  }

  #open(kind: FrameKind, opening: string, label = ''): void {
    if (this.#stack.length > PAGE_LIMITS.depth) {
      this.wasTooDeep = true;
      this.#beyond.set(kind, (this.#beyond.get(kind) ?? 0) + 1);
      return;
    }
    this.#stack.push(frameOf(kind, opening, label));
  }

  #close(kind: FrameKind, mark: string): void {
    const beyond = this.#beyond.get(kind) ?? 0;
    if (beyond > 0) {
      this.#beyond.set(kind, beyond - 1);
      return;
    }
    let depth = this.#stack.length - 1;
    while (depth > 0 && this.#stack[depth]?.kind !== kind) {
      const between = this.#stack[depth]?.kind;
      if (between !== undefined && WALLS[kind].includes(between)) depth = 0;
      else depth -= 1;
    }
    if (depth === 0) {
      if (kind !== 'ref') this.text(mark);
      return;
    }
    while (this.#stack.length - 1 > depth) this.#dissolve();
    const frame = this.#stack.pop();
    if (frame !== undefined) this.node(closedNode(frame));
  }

  #bar(): void {
    const top = this.#top();
    const takesBar = top.kind === 'template' || (top.kind === 'link' && top.parts.length === 0);
    if (!takesBar) {
      this.text('|');
      return;
    }
    top.parts.push({ name: top.name, value: top.children });
    top.name = null;
    top.children = [];
  }

  #equals(): void {
    const top = this.#top();
    const [only, more] = top.children;
    const isName = top.kind === 'template' && top.parts.length > 0 && top.name === null && more === undefined;
    if (isName && only?.kind === 'text') {
      top.name = only.text.trim();
      top.children = [];
    } else this.text('=');
  }

  /** Gives up the innermost: what opened it and what is in it become part of what is around it. */
  #dissolve(): void {
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    if (frame.kind !== 'ref') this.text(frame.opening);
    for (const { name, value } of frame.parts) {
      if (name !== null) this.text(`${name}=`);
      this.#addAll(value);
      this.text('|');
    }
    if (frame.name !== null) this.text(`${frame.name}=`);
    this.#addAll(frame.children);
  }

  #addAll(nodes: readonly WikiNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.text(node.text);
      else this.node(node);
    }
  }
}

function frameOf(kind: FrameKind, opening: string, label = ''): Frame {
  return { kind, opening, children: [], parts: [], name: null, label };
}

function closedNode(frame: Frame): WikiNode {
  switch (frame.kind) {
    case 'template': {
      const all: Parameter[] = [...frame.parts, { name: frame.name, value: frame.children }];
      const [first, ...parameters] = all;
      return { kind: 'template', name: wordsOf(first?.value ?? []), parameters };
    }
    case 'link': {
      const [target] = frame.parts;
      if (target === undefined) return { kind: 'link', target: wordsOf(frame.children), label: null };
      return { kind: 'link', target: wordsOf(target.value), label: frame.children };
    }
    case 'external': {
      const [first, ...rest] = frame.children;
      const text = first?.kind === 'text' ? first.text : '';
      const [url = '', ...words] = text.split(/\s+/);
      const label = words.join(' ');
      return { kind: 'external', url, label: label === '' ? rest : [{ kind: 'text', text: label }, ...rest] };
    }
    case 'ref':
      return { kind: 'ref', name: frame.label, children: frame.children };
    case 'table':
    case 'root':
      return { kind: 'table', children: frame.children };
  }
}

/** The plain words of a name or target. */
function wordsOf(nodes: readonly WikiNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : ''))
    .join('')
    .replace(/[\s_]+/g, ' ')
    .trim();
}
