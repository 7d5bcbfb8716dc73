import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { KnownLore } from './known-lore.ts';
import { TITLES } from './titles.ts';
import { isWord, STARTERS, type Token } from './words.ts';

const MOST_ASKED = 200;
const MOST_KEPT = 50_000;

/** The names a page uses: those the lorebook knows, and those only the page has, with their shorter forms. */
export class NameBook {
  readonly #known: KnownLore;
  readonly #found = new Map<string, readonly Entity[]>();
  /** Last words of the page's longer names, to the names: "the Alliance" for one that ends so. */
  readonly #byLast = new Map<string, Set<string>>();
  readonly #byFirst = new Map<string, Set<string>>();
  readonly #byInitials = new Map<string, Set<string>>();
  readonly #seen = new Map<string, string>();
  readonly #places = new Set<string>();
  readonly #lower = new Set<string>();

  /** Whether what stands in small letters ("the ford") is looked up, too: it costs most of the time. */
  readonly onlyCapitals: boolean;

  constructor(known: KnownLore, { onlyCapitals = false } = {}) {
    this.#known = known;
    this.onlyCapitals = onlyCapitals;
  }

  /** Looks up many texts at once, so that a paragraph costs one question. */
  prepare(texts: readonly string[]): void {
    if (this.#found.size > MOST_KEPT) this.#found.clear();
    const wanted = [...new Set(texts)].filter((text) => text !== '' && !this.#found.has(text));
    for (let at = 0; at < wanted.length; at += MOST_ASKED) {
      const asked = wanted.slice(at, at + MOST_ASKED);
      const found = Map.groupBy(this.#known.named(asked), (hit) => hit.folded);
      for (const text of asked) {
        const hits = found.get(text) ?? [];
        const names = hits.filter((hit) => !hit.isAlias);
        const chosen = (names.length > 0 ? names : hits).map((hit) => hit.entity);
        this.#found.set(text, [...new Map(chosen.map((entity) => [entity.id, entity])).values()]);
      }
    }
  }

  /** The things the lorebook knows by this folded text; of namesakes, those at home in the timeline if there are any. */
  entities(folded: string, timeline: string | null): readonly Entity[] {
    if (!this.#found.has(folded)) this.prepare([folded]);
    const found = this.#found.get(folded) ?? [];
    if (found.length < 2) return found;
    const { continuities } = this.#known;
    const home = (timeline === null ? undefined : continuities.bySlug(timeline)) ?? continuities.home;
    const near = continuities.lineage(home.id).map((one) => one.id);
    for (const id of near) {
      const there = found.filter((entity) => entity.continuity === id);
      if (there.length === 1) return there;
    }
    return found;
  }

  /** How a row names it: its name where that means it alone, else its slug. */
  cellOf(entity: Entity): string {
    const folded = fold(entity.name);
    if (!this.#found.has(folded)) this.prepare([folded]);
    const same = this.#found.get(folded) ?? [];
    return same.length === 1 && !/[|=]/.test(entity.name) ? entity.name : entity.slug;
  }

  /** Notes the words of a sentence and, of names that stand in it whole, the shorter forms. */
  learn(tokens: readonly Token[]): void {
    for (const token of tokens) if (isWord(token) && !token.isCapital) this.#lower.add(token.lower);
  }

  learnName(name: string): void {
    const words = name.split(/\s+/);
    const folded = fold(name);
    if (this.#seen.has(folded)) return;
    this.#seen.set(folded, name);
    const last = words.at(-1)?.toLowerCase();
    const first = words[0]?.toLowerCase();
    if (words.length < 2 || last === undefined || first === undefined) return;
    const initials = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
    if (initials.length > 1) add(this.#byInitials, initials.map((word) => word[0]).join(''), name);
    // The last word of "Republic of the Ford" is another thing than the republic.
    if (!/ (?:of|the) /.test(name)) add(this.#byLast, last, name);
    add(this.#byFirst, first, name);
  }

  /** Notes a name behind "in", "at" or "near": a person is told of otherwise. */
  learnPlace(cell: string): void {
    this.#places.add(cell);
  }

  isPlace(cell: string): boolean {
    return this.#places.has(cell);
  }

  hasSeen(name: string): boolean {
    return this.#seen.has(fold(name));
  }

  /** Whether the word also stands in small letters, and so may be no name at the head of a sentence. */
  isCommon(lower: string): boolean {
    return this.#lower.has(lower) || STARTERS.has(lower);
  }

  /** The one longer name of the page that ends (or, of a person, begins) in this word. */
  longerName(word: string, isDefinite: boolean): string | null {
    const lower = word.toLowerCase();
    const short = [...(this.#byInitials.get(word) ?? [])];
    if (short.length === 1) return short[0] ?? null;
    const ending = [...(this.#byLast.get(lower) ?? [])];
    if (ending.length === 1) return ending[0] ?? null;
    if (ending.length > 1 || isDefinite) return null;
    const beginning = [...(this.#byFirst.get(lower) ?? [])].filter((name) => !/ (?:of|the) /.test(name));
    return beginning.length === 1 ? (beginning[0] ?? null) : null;
  }

  /** An office the lorebook knows by this text, or undefined. */
  office(text: string, timeline: string | null): Entity | undefined {
    const folded = fold(text);
    const found = [folded, `the ${folded}`].flatMap((one) => this.entities(one, timeline));
    const offices = found.filter((entity) => entity.kind === 'office');
    return offices.length === 1 || offices.every((one) => one.id === offices[0]?.id) ? offices[0] : undefined;
  }

  /** Whether the words are a title or style before a name. */
  isTitle(text: string, timeline: string | null): boolean {
    return TITLES.has(fold(text)) || this.office(text, timeline) !== undefined;
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key) ?? new Set();
  known.add(value);
  map.set(key, known);
}
