import { fold } from '../../lore/fold.ts';
import { REF } from '../gathered.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { WikiSurvey } from './survey-wiki.ts';

/** Redirects that lead to redirects are followed this far. */
const MOST_STEPS = 10;

/** What the titles of a wiki stand for, once all of them are known. */
export class WikiTitles {
  readonly #survey: WikiSurvey;
  readonly #mapping: Mapping;
  #parts: ReadonlySet<string> | null = null;

  constructor(survey: WikiSurvey, mapping: Mapping) {
    this.#survey = survey;
    this.#mapping = mapping;
  }

  /** The title a redirect ends at; the title itself where it is none. */
  resolved(title: string): string {
    let at = title;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const next = this.#survey.redirects.get(at)?.target;
      if (next === undefined || next === at) return at;
      at = next;
    }
    return at;
  }

  /** Whether it redirects to a section of a page, which tells of other things, too. */
  isPart(title: string): boolean {
    return this.#survey.redirects.get(title)?.isPart === true;
  }

  /** The same of a folded title. */
  isPartFolded(folded: string): boolean {
    this.#parts ??= new Set(
      [...this.#survey.redirects].flatMap(([title, { isPart }]) => (isPart ? [fold(title)] : [])),
    );
    return this.#parts.has(folded);
  }

  /** The cell for a title: the wiki's own page where it has one, else a name. */
  readonly refOf = (title: string): string => {
    const resolved = this.resolved(title);
    return this.isThing(resolved) ? `${REF}${resolved}` : resolved;
  };

  /** Whether there is a page that is about one thing. */
  isThing(title: string): boolean {
    const page = this.#survey.pages.get(title);
    return page !== undefined && !page.isDisambiguation;
  }

  kindOf(title: string): string | null {
    const page = this.#survey.pages.get(title);
    if (page === undefined) return null;
    const told = page.record === null ? null : (this.#mapping.records[page.record]?.kind ?? null);
    return told === null || told === 'thing' ? (page.categoryKind ?? told) : told;
  }

  readonly isWork = (title: string): boolean => this.kindOf(this.resolved(title)) === 'work';

  /** The cell of a page that is called just so, by its title or a redirect. */
  readonly nameOf = (text: string): string | null => {
    const resolved = this.resolved(text.slice(0, 1).toUpperCase() + text.slice(1));
    return this.isThing(resolved) ? `${REF}${resolved}` : null;
  };
}
