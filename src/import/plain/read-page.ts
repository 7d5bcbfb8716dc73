import type { ClaimCells } from '../../lore/intake/claim-columns.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import type { Gathered, Place } from '../gathered.ts';
import { type Block, withoutMarks } from './block.ts';
import { type CitedParagraph, readCitations } from './citations.ts';
import { type CitedWork, type WorkTitles, workTitles } from './cited-works.ts';
import type { KnownLore, PageOptions } from './known-lore.ts';
import { NameBook } from './name-book.ts';
import type { NameSpan } from './name-span.ts';
import { fieldDrafts, isMembersTitle, memberOfItem } from './page-lists.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { afterScene, type Before, lowerAt, type Scene, sceneOf } from './scene.ts';
import { cellsOfDraft, distinct, draftsOf, modalityOf } from './suggestions.ts';
import { TimelineState } from './timeline-state.ts';
import { tokensOf } from './words.ts';

interface Suggested {
  readonly place: Place;
  readonly cells: ClaimCells;
  readonly words: string;
}

/** Longer ones are no sentences, and cost too much to look through. */
const LONGEST_SENTENCE = 1500;
const MOST_SUGGESTIONS = 20_000;
/** What reading a page for facts may take; its text is kept all the same. */
const MOST_MS = 15_000;
const NOTHING: Before = { date: null, names: [], subject: null };

/** A page of prose: its paragraphs as passages, its citations, and what its clear sentences suggest. */
export function* readPage(
  blocks: Iterable<Block>,
  given: { readonly title: string },
  known: KnownLore,
  options: PageOptions,
): Generator<Gathered> {
  const titles = workTitles(known);
  const { pieces, notes } = piecesOf(blocks, titles);
  const reader = new PageReader(known, options, titles, notes);
  reader.learn(given.title, pieces);
  for (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

class PageReader {
  readonly #known: KnownLore;
  readonly #options: PageOptions;
  readonly #titles: WorkTitles;
  readonly #notes: ReadonlyMap<string, readonly CitedWork[]>;
  readonly #book: NameBook;
  readonly #timeline: TimelineState;
  readonly #suggested: Suggested[] = [];
  readonly #works = new Set<string>();
  #topic: NameSpan | null = null;
  #page: string | undefined;
  #section = '';
  #tooLong = 0;
  #isSlow = false;
  readonly #until = performance.now() + MOST_MS;

  constructor(
    known: KnownLore,
    options: PageOptions,
    titles: WorkTitles,
    notes: ReadonlyMap<string, readonly CitedWork[]>,
  ) {
    this.#known = known;
    this.#options = options;
    this.#titles = titles;
    this.#notes = notes;
    this.#book = new NameBook(known);
    this.#timeline = new TimelineState(known);
    this.#page = options.page;
  }

  /** Gathers the page's names first, so that a short form is known wherever it stands. */
  learn(title: string, pieces: readonly Piece[]): void {
    const sentences = pieces.flatMap((piece) =>
      piece.kind === 'heading' ? [] : readCitations(piece.text, this.#titles, this.#notes).sentences,
    );
    for (const { text } of sentences) this.#book.learn(tokensOf(text));
    if (title !== '') this.#book.learnName(title);
    for (const { text } of sentences) {
      if (text.length > LONGEST_SENTENCE || this.#isSpent()) continue;
      const { items } = this.#scene(text, NOTHING, null);
      for (const [at, item] of items.entries()) {
        if (item.kind !== 'name') continue;
        if (/^(?:in|at|near)$/.test(lowerAt(items, at - 1))) this.#book.learnPlace(item.name.cell);
        this.#book.learnName(item.name.surface);
        this.#book.learnName(item.name.entity?.name ?? item.name.cell);
      }
    }
    this.#topic = this.#topicOf(title, sentences);
    this.#page ??= title === '' ? undefined : title;
  }

  *read(piece: Piece): Generator<Gathered> {
    if (piece.kind === 'heading') {
      this.#section = piece.text;
      this.#timeline.heading(piece.text, piece.level);
      return;
    }
    const place = this.#place(piece.line);
    const cited = readCitations(piece.text, this.#titles, this.#notes);
    const works = cited.citations.flatMap((citation) => citation.works);
    yield* this.#worksOf(works, place);
    for (const number of cited.lostNotes) {
      yield {
        kind: 'left-out',
        place,
        reason: importReasons.lostNote(number),
      };
    }
    const continuity = piece.kind === 'field' ? null : this.#timeline.of(cited.text, works);
    if (piece.kind === 'field') yield* this.#field(piece, place);
    else yield* this.#prose(piece, cited, continuity, place);
  }

  *end(): Generator<Gathered> {
    for (const { place, cells, words } of distinct(this.#suggested)) yield { kind: 'suggestion', place, cells, words };
    if (this.#isSlow) yield { kind: 'left-out', place: this.#place(0), reason: importReasons.slowPage };
    if (this.#tooLong > 0) {
      yield {
        kind: 'left-out',
        place: this.#place(0),
        reason: importReasons.longSentences(this.#tooLong, LONGEST_SENTENCE),
      };
    }
  }

  *#prose(piece: Piece, cited: CitedParagraph, continuity: string | null, place: Place): Generator<Gathered> {
    const scenes = this.#scenesOf(cited, continuity ?? this.#options.continuity);
    const items = scenes.flatMap(({ scene }) => scene.items);
    yield {
      kind: 'passage',
      place,
      section: this.#section,
      text: cited.shown,
      continuity,
      entities: [...new Set(items.flatMap((item) => (item.kind === 'name' ? [item.name.cell] : [])))],
      dates: [...new Set(items.flatMap((item) => (item.kind === 'date' ? [item.date.date] : [])))],
      citations: cited.citations.flatMap(({ works, reach, shownAt }) =>
        works.map(({ title, locator }) => ({ work: title, locator, reach, at: shownAt })),
      ),
    };
    for (const { scene, from, to } of scenes) {
      const isMember = piece.kind === 'item' && isMembersTitle(this.#section) && from === 0;
      const drafts = [...draftsOf(scene), ...(isMember ? memberOfItem(scene) : [])];
      const works = cited.citations.filter((one) => one.from < to && one.to > from).flatMap((one) => one.works);
      this.#suggest(drafts, scene, { works, continuity }, place);
    }
  }

  #scenesOf(cited: CitedParagraph, timeline: string | null) {
    let before = NOTHING;
    return cited.sentences.flatMap(({ text, from, to }) => {
      if (this.#isSpent()) return [];
      if (text.length > LONGEST_SENTENCE) {
        this.#tooLong += 1;
        return [];
      }
      const scene = this.#scene(text, before, timeline);
      before = afterScene(scene);
      return [{ scene, from, to }];
    });
  }

  *#field(piece: Piece & { readonly kind: 'field' }, place: Place): Generator<Gathered> {
    const value = withoutMarks(piece.text);
    const at = { ...place, field: piece.key };
    const scene = this.#scene(value, NOTHING, this.#options.continuity);
    const drafts = fieldDrafts(piece.key, scene, this.#known);
    if (drafts === null) {
      yield {
        kind: 'left-out',
        place: at,
        reason: importReasons.unknownField(piece.key, value),
      };
    } else this.#suggest(drafts, scene, { works: [], continuity: null }, at);
  }

  #suggest(
    drafts: ReturnType<typeof draftsOf>,
    scene: Scene,
    context: { readonly works: readonly CitedWork[]; readonly continuity: string | null },
    place: Place,
  ): void {
    const modality = modalityOf(scene.text);
    for (const draft of drafts) {
      if (this.#suggested.length >= MOST_SUGGESTIONS) return;
      const cells = cellsOfDraft(draft, { ...context, modality }, this.#known);
      if (cells !== null) this.#suggested.push({ place, cells, words: scene.text });
    }
  }

  *#worksOf(works: readonly CitedWork[], place: Place): Generator<Gathered> {
    for (const { title, form } of works) {
      if (this.#works.has(title)) continue;
      this.#works.add(title);
      yield {
        kind: 'entity',
        place,
        name: title,
        entityKind: 'work',
        aliases: [],
        ...(form === '' ? {} : { about: form }),
      };
    }
  }

  #scene(text: string, before: Before, timeline: string | null): Scene {
    const { calendar } = this.#known.profile;
    return sceneOf(text, before, { book: this.#book, calendar, timeline, topic: this.#topic });
  }

  /** The page's title where it is a name, else the first name that a sentence says what it is. */
  #topicOf(title: string, sentences: readonly { readonly text: string }[]): NameSpan | null {
    if (title !== '') {
      const [item, other] = this.#scene(title, NOTHING, this.#options.continuity).items;
      if (item?.kind === 'name' && other === undefined) return item.name;
    }
    for (const { text } of sentences.slice(0, 40)) {
      if (text.length > LONGEST_SENTENCE) continue;
      const { items } = this.#scene(text, NOTHING, this.#options.continuity);
      const at = items.findIndex((item, index) => {
        const next = items[index + 1];
        return item.kind === 'name' && next?.kind === 'word' && /^(?:is|was|are|were)$/.test(next.word.lower);
      });
      const found = items[at];
      if (at !== -1 && at < 6 && found?.kind === 'name' && found.name.entity?.kind !== 'continuity') return found.name;
    }
    return null;
  }

  #isSpent(): boolean {
    this.#isSlow ||= performance.now() > this.#until;
    return this.#isSlow;
  }

  #place(line: number): Place {
    const page = this.#page === undefined ? {} : { page: this.#page };
    return { file: this.#options.file, ...page, ...(line > 0 ? { line } : {}) };
  }
}
