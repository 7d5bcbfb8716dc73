/** A page of wikitext as a tree. What could not be closed stays as the text it was. */
export type WikiNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | TemplateNode
  | LinkNode
  | { readonly kind: 'external'; readonly url: string; readonly label: readonly WikiNode[] }
  | RefNode
  | { readonly kind: 'table'; readonly children: readonly WikiNode[] };

export interface TemplateNode {
  readonly kind: 'template';
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** Null where it has none: it goes by its place. */
  readonly name: string | null;
  readonly value: readonly WikiNode[];
}

export interface LinkNode {
  readonly kind: 'link';
  readonly target: string;
  /** Null where the target is shown. */
  readonly label: readonly WikiNode[] | null;
}

export interface RefNode {
  readonly kind: 'ref';
  /** What a later `<ref name="…"/>` calls it by; may be empty. */
  readonly name: string;
  readonly children: readonly WikiNode[];
}
