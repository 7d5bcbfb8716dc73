import { pathToFileURL } from 'node:url';

/** The page is plain JavaScript outside of the project's types: what the tests use of it is declared here. */
export type Tree =
  | string
  | { readonly tag: string; readonly props: Readonly<Record<string, unknown>>; readonly children: readonly Tree[] };

export interface TextContext {
  readonly nowMs: number;
  readonly user: (id: string) => { readonly name: string; readonly color: number } | null;
  readonly role: (id: string) => { readonly name: string; readonly color: number } | null;
  readonly channel: (id: string) => { readonly name: string } | null;
}

export interface OptionDefinition {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly description?: string;
  readonly options?: readonly OptionDefinition[];
}

export interface Leaf {
  readonly path: string;
  readonly options: readonly OptionDefinition[];
}

interface Modules {
  readonly 'markdown/markdown-tree.js': {
    markdownTree(text: string, context: TextContext): Tree;
  };
  readonly 'tree.js': { textOf(tree: Tree): string };
  readonly 'render/time.js': {
    timestampText(unixS: number, style: string, nowMs: number): string;
    spanText(ms: number): string;
    sizeText(bytes: number): string;
  };
  readonly 'render/message.js': {
    messageTree(message: unknown, context: unknown, how: { grouped: boolean; failed: boolean }): Tree;
  };
  readonly 'composer/command-model.js': {
    leavesOf(commands: readonly unknown[]): Leaf[];
    fittingLeaves(leaves: readonly Leaf[], typed: string): Leaf[];
    leafOfLine(leaves: readonly Leaf[], line: string): { leaf: Leaf; rest: string } | null;
    optionsOfLine(options: readonly OptionDefinition[], rest: string): Map<string, string>;
  };
  readonly 'composer/live-choices.js': {
    LiveChoices: new (
      delayMs: number,
    ) => {
      request<T>(ask: () => Promise<T[]>, show: (choices: T[] | null) => void, how?: { atOnce?: boolean }): void;
      cancel(): void;
    };
  };
  readonly 'place.js': {
    placeIn(world: unknown, hash: string, left: string | null): { guildId: string; channelId: string; userId: string };
  };
}

const PAGE = `${import.meta.dirname}/../../../src/playground/page`;

export async function pageModule<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
  return (await import(/* @vite-ignore */ pathToFileURL(`${PAGE}/${name}`).href)) as Modules[Name];
}

/** A tree in one line: `p(text em(text))`, for tables of cases. */
export function outline(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const inner = tree.children.map(outline).join('');
  return `<${tree.tag}>${inner}</${tree.tag}>`;
}
