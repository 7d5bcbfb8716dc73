import { LRUCache } from 'lru-cache';
import { fold } from '../../lore/fold.ts';
import { PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { NamedEntity } from '../../lore/reader.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import type { Paragraph } from './prose.ts';
import type { WikiTitles } from './titles.ts';

/** Names asked for again on page after page. */
const MOST_REMEMBERED = 100_000;

/** The lore as one page of a wiki speaks of it. */
export interface PageNames {
  readonly known: KnownLore;
  /** The one title a page links this name to (there need be no page of it), else the one thing the lorebook knows by it. */
  meant(name: string): string | null;
}

/** What names mean on the pages of a wiki: what a page links them to, else what the lorebook knows by them. */
export class LinkedNames {
  readonly #known: KnownLore;
  readonly #titles: WikiTitles;
  readonly #remembered = new LRUCache<string, readonly NamedEntity[]>({ max: MOST_REMEMBERED });

  constructor(known: KnownLore, titles: WikiTitles) {
    this.#known = known;
    this.#titles = titles;
  }

  /** A name that the page links to two things means neither. */
  onPage(title: string, paragraphs: readonly Paragraph[]): PageNames {
    const linked = new Map<string, Set<string>>();
    /** Links into a page that tells of several things. */
    const parts = new Set<string>();
    const link = (text: string, target: string): void => {
      const folded = fold(text);
      // "the [[Army of the Vale|army]]": what stands in small letters is named only where it is linked.
      if (folded !== '' && /^\P{Ll}/u.test(text)) linked.set(folded, (linked.get(folded) ?? new Set()).add(target));
    };
    for (const { text, links } of paragraphs) {
      for (const { target, from, to, isPart } of links) {
        if (isPart || this.#titles.isPart(target)) parts.add(fold(text.slice(from, to)));
        else link(text.slice(from, to), this.#titles.resolved(target));
      }
    }
    link(title.replace(/\s*\([^()]*\)$/, ''), title);
    return {
      known: {
        ...pick(this.#known),
        named: (texts) => texts.flatMap((text) => (parts.has(text) ? [] : this.#named(text, linked))),
      },
      meant: (name) => {
        if (parts.has(fold(name))) return null;
        const [target, other] = linked.get(fold(name)) ?? [];
        if (target !== undefined) return other === undefined ? target : null;
        const [hit, more] = this.#known.named([fold(name)]);
        return more === undefined ? (hit?.entity.name ?? null) : null;
      },
    };
  }

  #named(folded: string, linked: ReadonlyMap<string, ReadonlySet<string>>): readonly NamedEntity[] {
    const [target, other] = linked.get(folded) ?? [];
    if (target === undefined)
      return this.#ask(folded).filter((hit) => !hit.isAlias || !this.#titles.isPartFolded(folded));
    if (other !== undefined) return [];
    return this.#ask(fold(target)).map((hit) => ({ ...hit, folded }));
  }

  #ask(folded: string): readonly NamedEntity[] {
    const remembered = this.#remembered.get(folded);
    if (remembered !== undefined) return remembered;
    // Of what has no kind nobody knows whether it is a person: its name speaks for itself, as one that is not known.
    const found = this.#known.named([folded]).filter(({ entity }) => entity.kind !== PLAIN_KIND);
    // What is not there yet may come with the next page's fields.
    if (found.length > 0) this.#remembered.set(folded, found);
    return found;
  }
}

function pick(known: KnownLore): KnownLore {
  const { predicates, continuities, profile } = known;
  return {
    named: (texts) => known.named(texts),
    entityBySlug: (slug) => known.entityBySlug(slug),
    aliases: (entity) => known.aliases(entity),
    works: () => known.works(),
    entity: (id) => known.entity(id),
    predicates,
    continuities,
    profile,
  };
}
