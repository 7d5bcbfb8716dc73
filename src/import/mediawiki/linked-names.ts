import { LRUCache } from 'lru-cache';
import { fold } from '../../lore/fold.ts';
import { PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { NamedEntity } from '../../lore/reader.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import type { Paragraph } from './prose.ts';
import type { WikiTitles } from './titles.ts';

/** Names asked for again on page after page. */
const MOST_REMEMBERED = 100_000;
/** Pages, after which what was unknown is asked for again: their fields may have made it. */
const FORGOTTEN_EVERY = 50;
const NOTHING: readonly NamedEntity[] = [];

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

  #pages = 0;

  constructor(known: KnownLore, titles: WikiTitles) {
    this.#known = known;
    this.#titles = titles;
  }

  /** A name that the page links to two things means neither. */
  onPage(title: string, paragraphs: readonly Paragraph[]): PageNames {
    this.#pages += 1;
    if (this.#pages % FORGOTTEN_EVERY === 0) this.#forgetUnknown();
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
        named: (texts) =>
          this.#named(
            texts.filter((text) => !parts.has(text)),
            linked,
          ),
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

  #named(texts: readonly string[], linked: ReadonlyMap<string, ReadonlySet<string>>): readonly NamedEntity[] {
    // What each text is asked for as: the title it is linked to, else itself.
    const asked = texts.flatMap((text) => {
      const [target, other] = linked.get(text) ?? [];
      if (target === undefined) return [{ text, name: text, isLinked: false }];
      return other === undefined ? [{ text, name: fold(target), isLinked: true }] : [];
    });
    this.#learn(asked.map(({ name }) => name));
    return asked.flatMap(({ text, name, isLinked }) =>
      (this.#remembered.get(name) ?? [])
        .filter(({ isAlias }) => isLinked || !isAlias || !this.#titles.isPartFolded(text))
        .map((hit) => (isLinked ? { ...hit, folded: text } : hit)),
    );
  }

  /** One question for all of a sentence that is not remembered; what nobody knew may be there some pages on. */
  #learn(names: readonly string[]): void {
    const fresh = [...new Set(names)].filter((name) => !this.#remembered.has(name));
    if (fresh.length === 0) return;
    // Of what has no kind nobody knows whether it is a person: its name speaks for itself, as one that is not known.
    const hits = this.#known.named(fresh).filter(({ entity }) => entity.kind !== PLAIN_KIND);
    const found = Map.groupBy(hits, ({ folded }) => folded);
    for (const name of fresh) this.#remembered.set(name, found.get(name) ?? NOTHING);
  }

  #forgetUnknown(): void {
    for (const [name, hits] of this.#remembered) if (hits.length === 0) this.#remembered.delete(name);
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
