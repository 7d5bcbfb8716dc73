/** A piece of read Markdown: a block, or a stretch inside one. */
export interface MarkdownNode {
  readonly kind: string;
  readonly text?: string;
  readonly children?: readonly MarkdownNode[];
}

// The playground's own reader of Discord's Markdown, which is plain JavaScript for the browser.
const READER = '../../src/playground/page/markdown/blocks.js';
const { parseMarkdown } = (await import(READER)) as { parseMarkdown(text: string): readonly MarkdownNode[] };

export { parseMarkdown };

export function kindsOf(nodes: readonly MarkdownNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => [node.kind, ...kindsOf(node.children ?? [])]));
}

export function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => node.text ?? wordsOf(node.children ?? [])).join('');
}
