import type { ClaimCells } from '../../lore/intake/claim-columns.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import type { Gathered, GatheredCitation, Place } from '../gathered.ts';
import { PAGE_LIMITS } from '../page-budget.ts';
import type { Draft } from '../plain/draft.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import { NameBook } from '../plain/name-book.ts';
import type { NameSpan } from '../plain/name-span.ts';
import { afterScene, type Before, type Scene, sceneOf } from '../plain/scene.ts';
import { type Sentence, sentencesIn } from '../plain/sentences.ts';
import { cellsOfDraft, distinct, draftsOf, modalityOf } from '../plain/suggestions.ts';
import { TimelineState } from '../plain/timeline-state.ts';
import { tokensOf } from '../plain/words.ts';
import type { PageNames } from './linked-names.ts';
import type { Paragraph } from './prose.ts';

/** A paragraph with what was cited in it, at the character behind which it stood. */
export interface ToldParagraph {
  readonly paragraph: Paragraph;
  readonly citations: readonly (GatheredCitation & { readonly at: number })[];
}

const NOTHING: Before = { date: null, names: [], subject: null };
/** Longer ones are no sentences. */
const LONGEST_SENTENCE = 600;
/** Said of an office in words; every other name must be one that is known. */
const IN_WORDS = new Set(['holds_position']);
/** People and places go without an article. */
const NO_ARTICLE = new Set(
  'birth_place death_place location based_at sibling spouse parent mother father succeeded_by'.split(' '),
);

/**
 * What the clear sentences of a wiki's page suggest: by the patterns of plain pages, but only of things that the page
 * links to or the lorebook knows, since whoever reviews a wiki has thousands of pages before them.
 */
export function* suggestionsOfPage(
  title: string,
  told: readonly ToldParagraph[],
  names: PageNames,
  place: Place,
  patience: Patience,
): Generator<Gathered> {
  if (patience.leftMs <= 0) return;
  const began = performance.now();
  const page = new PageSentences(title, told, names);
  const found = told.flatMap(({ paragraph, citations }) => page.read(paragraph, citations, place));
  patience.leftMs -= performance.now() - began;
  for (const { place: at, cells, words } of distinct(found)) yield { kind: 'suggestion', place: at, cells, words };
  if (page.isSlow) yield { kind: 'left-out', place, reason: importReasons.slowPage };
  if (patience.leftMs <= 0) yield { kind: 'left-out', place, reason: importReasons.slowWiki };
}

/** What reading the sentences of one wiki may still take; its fields and texts come in all the same. */
export interface Patience {
  leftMs: number;
}
export const PATIENCE_MS = 30_000;

interface Suggested {
  readonly place: Place;
  readonly cells: ClaimCells;
  readonly words: string;
}

class PageSentences {
  isSlow = false;
  readonly #known: KnownLore;
  readonly #names: PageNames;
  readonly #book: NameBook;
  readonly #timeline: TimelineState;
  readonly #topic: NameSpan | null;
  readonly #until = performance.now() + PAGE_LIMITS.ms;
  #section = '';

  constructor(title: string, told: readonly ToldParagraph[], names: PageNames) {
    const { known } = names;
    this.#known = known;
    this.#names = names;
    this.#book = new NameBook(known, { onlyCapitals: true });
    this.#timeline = new TimelineState(known);
    for (const { paragraph } of told) {
      this.#book.learn(tokensOf(paragraph.text));
      for (const { from, to } of paragraph.links) this.#book.learnName(paragraph.text.slice(from, to));
    }
    const plain = title.replace(/\s*\([^()]*\)$/, '');
    this.#book.learnName(plain);
    const [item, other] = this.#scene(plain, NOTHING, null, null).items;
    this.#topic = item?.kind === 'name' && other === undefined && item.name.entity !== null ? item.name : null;
  }

  read(paragraph: Paragraph, citations: ToldParagraph['citations'], place: Place): readonly Suggested[] {
    if (paragraph.section !== this.#section) {
      this.#section = paragraph.section;
      const path = paragraph.section.split(' / ');
      this.#timeline.heading(path.at(-1) ?? '', path.length);
    }
    // An item of a list is seldom a sentence, and a cell of a table never.
    if (paragraph.isList) return [];
    const continuity = this.#timeline.of(paragraph.text, []);
    const at = paragraph.section === '' ? place : { ...place, field: paragraph.section };
    let before = NOTHING;
    return sentencesIn(paragraph.text).flatMap((sentence) => {
      this.isSlow ||= performance.now() > this.#until;
      if (this.isSlow || sentence.text.length > LONGEST_SENTENCE) return [];
      const scene = this.#scene(sentence.text, before, continuity, this.#topic);
      before = afterScene(scene);
      const cited = citations.filter((one) => one.work !== '' && one.at > sentence.from && one.at <= sentence.to + 1);
      const works = cited.map(({ work, locator }) => ({ title: work, locator, form: '' }));
      const context = { works, continuity, modality: modalityOf(sentence.text) };
      return this.#draftsOf(scene, sentence).flatMap((draft) => {
        const cells = cellsOfDraft(draft, context, this.#known);
        return cells === null ? [] : [{ place: at, cells, words: sentence.text }];
      });
    });
  }

  /** Those that speak of known things on both sides. */
  #draftsOf(scene: Scene, { text }: Sentence): readonly Draft[] {
    if (!/\p{L}\s+\p{Ll}/u.test(text)) return [];
    const { before, items, topic } = scene;
    const spans = [...items.flatMap((item) => (item.kind === 'name' ? [item.name] : [])), ...before.names];
    const known = new Map<string, string>();
    for (const span of [...spans, before.subject, topic]) {
      const meant = span === null ? null : this.#meantBy(span);
      if (span !== null && meant !== null) known.set(span.cell, meant);
    }
    return draftsOf(scene).flatMap((draft) => {
      const subject = known.get(draft.subject);
      const isNamed = this.#known.predicates.get(draft.predicate)?.valueKind === 'entity';
      const inWords = isNamed ? this.#inWords(draft, known) : draft.value;
      const value = known.get(draft.value) ?? inWords;
      const isSaid = subject !== undefined && value !== undefined && subject !== value;
      return isSaid && this.#mayBe(draft, spans) ? [{ ...draft, subject, value }] : [];
    });
  }

  /** "warden of the Vale": an office in words, of something that is known. */
  #inWords({ predicate, value }: Draft, known: ReadonlyMap<string, string>): string | undefined {
    const isOf = [...known.keys()].some((cell) => value.endsWith(` of ${cell}`) || value.endsWith(` of the ${cell}`));
    return IN_WORDS.has(predicate) && isOf ? value : undefined;
  }

  /** What has no kind goes by its article: one joins "the League", and is no sibling of it. */
  #mayBe({ predicate, value }: Draft, spans: readonly NameSpan[]): boolean {
    const span = spans.find(({ cell }) => cell === value);
    if (span?.entity?.kind === 'person' && predicate === 'member_of') return false;
    if (span === undefined || span.entity !== null) return true;
    if (predicate === 'member_of') return span.isDefinite;
    return !span.isDefinite || !NO_ARTICLE.has(predicate);
  }

  /** What the lorebook knows by a name, else the title it is linked to; "the beast" is nobody. */
  #meantBy({ entity, cell, surface }: NameSpan): string | null {
    if (!/\p{Lu}|\p{Lo}/u.test(surface)) return null;
    return entity === null ? (this.#names.meant(surface) ?? this.#names.meant(cell)) : cell;
  }

  #scene(text: string, before: Before, timeline: string | null, topic: NameSpan | null): Scene {
    const { calendar } = this.#known.profile;
    return sceneOf(text, before, { book: this.#book, calendar, timeline, topic });
  }
}
