import { slugOf } from '../../lore/fold.ts';
import type { CitedWork } from './cited-works.ts';
import type { KnownLore } from './known-lore.ts';
import { timelineOfOpening, timelineOfTitle } from './sections.ts';

/** Which timeline the page is telling of, as its section titles and first words say. */
export class TimelineState {
  readonly #known: KnownLore;
  #named: { readonly slug: string; readonly level: number } | null = null;
  /** A section of several timelines: what is told there is not the account's own, whichever it is. */
  #several: { readonly slug: string; readonly level: number } | null = null;

  constructor(known: KnownLore) {
    this.#known = known;
  }

  /** A title without a level ends a named timeline, but not a section of several, whose parts follow it. */
  heading(title: string, level: number): void {
    const found = timelineOfTitle(title, this.#known);
    if (found === 'several') {
      this.#several = { slug: slugOf(title), level };
      this.#named = null;
      return;
    }
    if (found !== null) {
      this.#named = { slug: found, level };
      return;
    }
    if (this.#named !== null && (level === 0 || level <= this.#named.level)) this.#named = null;
    if (this.#several !== null && level > 0 && level <= this.#several.level) this.#several = null;
  }

  /** Null = the account's own. */
  of(paragraph: string, works: readonly CitedWork[]): string | null {
    const opening = timelineOfOpening(paragraph, this.#known);
    if (opening !== null && opening !== 'other') return opening;
    if (this.#named !== null && opening === null) return this.#named.slug;
    if (opening === null && this.#several === null) return null;
    return this.#ofWorks(works) ?? this.#named?.slug ?? this.#several?.slug ?? null;
  }

  /** The timeline a cited work is filed in; one of its own where the lorebook does not say. */
  #ofWorks(works: readonly CitedWork[]): string | null {
    const [first] = works;
    if (first === undefined) return null;
    const { continuities } = this.#known;
    const filed = this.#known.works().find((work) => work.title === first.title)?.continuity ?? null;
    if (filed !== null) return continuities.get(filed).slug;
    return slugOf(first.title);
  }
}
