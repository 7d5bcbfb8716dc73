import { fold } from '../../lore/fold.ts';

/** What an export says of its wiki: names of namespaces, in its own language. */
export class WikiSite {
  readonly #numbers = new Map<string, number>();

  addNamespace(name: string, number: number): void {
    this.#numbers.set(fold(name), number);
  }

  /** The namespace a title begins with; 0 for a page of content. */
  namespaceOf(title: string): number {
    const colon = title.indexOf(':');
    if (colon < 1) return 0;
    const name = fold(title.slice(0, colon));
    return this.#numbers.get(name) ?? USUAL[name] ?? 0;
  }

  /** Whether a title is about people who edit: their pages, what they say to each other. */
  isOfUsers(title: string): boolean {
    const number = this.namespaceOf(title);
    return (
      USER_SPACES.has(number) || /^(user|message wall|thread|benutzer)/.test(fold(title.slice(0, title.indexOf(':'))))
    );
  }
}

/** Names that every wiki understands beside its own. */
const USUAL: Readonly<Record<string, number>> = {
  media: -2,
  special: -1,
  talk: 1,
  user: 2,
  'user talk': 3,
  project: 4,
  file: 6,
  image: 6,
  mediawiki: 8,
  template: 10,
  help: 12,
  category: 14,
};

export const NAMESPACES = { content: 0, file: 6, template: 10, category: 14 } as const;

/** User, user talk, and those of Fandom: blogs, walls, threads. */
const USER_SPACES: ReadonlySet<number> = new Set([2, 3, 500, 501, 502, 503, 1200, 1201, 1202, 2000, 2001]);
