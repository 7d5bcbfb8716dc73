/**
 * What is shown to a person, before it is laid out: Discord cards, the terminal and a screen reader get the same one.
 * Every string in it is plain text; a renderer escapes it, so that lore can never become formatting.
 */
export type Text = readonly (string | { readonly strong: string } | { readonly em: string })[];

/** Slate, amber where the card holds a dispute, teal where it tells of another timeline, grey for "not recorded". */
export type Tone = 'plain' | 'dispute' | 'timeline' | 'empty';

export interface Line {
  readonly text: Text;
  /** Who says so, and other small print. */
  readonly isSmall?: boolean;
  /** The warning sign stands before it. */
  readonly hasSign?: boolean;
}

/** Lines that stay together on a page; a heading stays with what follows it. */
export interface Item {
  readonly kind: 'fact' | 'heading';
  readonly lines: readonly Line[];
  /** Where more of it stands: a button of the page that it is on. */
  readonly link?: Link;
}

/** A button: what it says and what it runs. */
export interface Link {
  readonly label: string;
  /**
   * `open` (the default) answers another look-up; `mark` keeps the question for the keepers instead; `do` runs the named
   * action.
   */
  readonly verb?: 'open' | 'mark' | 'do';
  /** Name of the command, or of the action. */
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** Red is for what removes. */
  readonly style?: 'primary' | 'danger';
}

/** A list to choose from: roles and channels are Discord's own. */
export interface Select {
  /** The action that is run with what was chosen. */
  readonly action: string;
  readonly options: Readonly<Record<string, string>>;
  readonly placeholder: string;
  /** Small print above it: what is chosen hides the placeholder. */
  readonly label?: string;
  readonly of:
    | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
    /** Ids of what is chosen now. */
    | { readonly kind: 'roles' | 'channels'; readonly chosen: readonly string[] };
  /** 0 lets everything be taken away. */
  readonly least?: number;
  readonly most?: number;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly isChosen?: boolean;
}

export interface Document {
  readonly tone: Tone;
  readonly heading: string;
  readonly hasSign?: boolean;
  readonly items: readonly Item[];
  /** Small print under the last item of every page. */
  readonly closing?: readonly Line[];
  /** Buttons of every page; those of its items come after them. */
  readonly links: readonly Link[];
  readonly selects?: readonly Select[];
}

/** Lines that belong together. */
export function fact(...lines: readonly Line[]): Item {
  return { kind: 'fact', lines };
}

/** The item with a button of its own. */
export function linked(item: Item, link: Link): Item {
  return { ...item, link };
}

/** A heading within a document. */
export function heading(text: string): Item {
  return { kind: 'heading', lines: [{ text: [{ strong: text }] }] };
}

/** A line of its own. */
export function line(...text: Text): Line {
  return { text };
}

/** A line that says who says so, and the like. */
export function small(...text: Text): Line {
  return { text, isSmall: true };
}

/** The words of a text without their emphasis. */
export function plain(text: Text): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.em))
    .join('');
}
