import { fold } from '../../lore/fold.ts';
import { type KeptNote, keptRule } from '../../lore/kept.ts';
import type { Predicate } from '../../lore/predicate.ts';
import { predicateCatalogue } from '../../lore/predicate.ts';
import { exportWords } from '../../messages/en/export.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import { type FieldItem, fieldClaims } from '../mapping/field-claims.ts';
import { guessMapping } from '../mapping/guess.ts';
import { fieldKey, type Mapping, recordKey } from '../mapping/mapping.ts';
import { newPredicates } from '../mapping/new-predicates.ts';
import { type Survey, surveyField, surveyRecord } from '../mapping/survey.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import { readText } from '../plain/read-plain.ts';
import { type Property, textsOf } from './front-matter.ts';
import { type Note, noteOf } from './note.ts';
import { NoteNames } from './note-names.ts';
import { onlyLink, readLinks, type WikiLink } from './wiki-links.ts';

export interface VaultFile {
  /** Path in the vault. */
  readonly name: string;
  /** Its text, read when it is needed; a sentence where it cannot be read. */
  readonly text: () => { readonly text: string } | { readonly fault: string };
}

export interface VaultReading {
  readonly gathered: Generator<Gathered>;
  /** Known once the first thing was gathered. */
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: { notes: number };
}

/** A folder of notes: front matter becomes claims by the mapping, links and tags things, the text passages. */
export function readVault(files: readonly VaultFile[], known: KnownLore, given: Mapping): VaultReading {
  const counts = { notes: 0 };
  let mapping = given;
  let fresh: readonly Predicate[] = [];
  function* gather(): Generator<Gathered> {
    const { notes, leftOut } = openNotes(files);
    mapping = guessed(notes, known, given);
    fresh = newPredicates(mapping, known.predicates);
    const vault = new Vault(notes, mapping, fresh, known);
    yield* leftOut;
    for (const note of notes) yield* vault.thing(note);
    for (const note of notes) {
      counts.notes += 1;
      yield* vault.claims(note);
      yield* vault.prose(note);
    }
  }
  return { gathered: gather(), mapping: () => mapping, predicates: () => fresh, counts };
}

function openNotes(files: readonly VaultFile[]): {
  readonly notes: readonly Note[];
  readonly leftOut: readonly Gathered[];
} {
  const notes: Note[] = [];
  const leftOut: Gathered[] = [];
  for (const file of files) {
    const read = file.text();
    if ('fault' in read) {
      leftOut.push({ kind: 'left-out', place: { file: file.name }, reason: read.fault });
      continue;
    }
    const note = noteOf(file.name, read.text);
    notes.push(note);
    const { fault, faultLine } = note.front;
    if (fault !== null) {
      const place = { file: file.name, page: note.name, line: faultLine };
      leftOut.push({ kind: 'left-out', place, reason: importReasons.frontMatter[fault] });
    }
  }
  return { notes, leftOut };
}

/** Notes of one kind are read by one rule. */
function recordOf(note: Note): string {
  return note.kind ?? 'note';
}

function guessed(notes: readonly Note[], known: KnownLore, given: Mapping): Mapping {
  const survey: Survey = new Map();
  for (const note of notes) {
    const stats = surveyRecord(survey, 'table', recordOf(note));
    stats.count += 1;
    for (const [key, value] of Object.entries(note.properties)) {
      const texts = textsOf(value);
      if (texts === null) continue;
      const isLinks = texts.length > 0 && texts.every((text) => onlyLink(text) !== null);
      surveyField(stats, key, { text: texts.join('|'), isLinks }, known.profile.calendar);
    }
  }
  const guess = guessMapping(survey, given, known.predicates);
  const records = Object.fromEntries(
    [...survey.keys()].flatMap((key) => {
      const rule = guess.records[key];
      return rule === undefined ? [] : [[key, { ...rule, kind: rule.kind ?? 'thing' }]];
    }),
  );
  return { records: { ...given.records, ...records }, predicates: guess.predicates };
}

class Vault {
  readonly #names = new NoteNames();
  readonly #mapping: Mapping;
  readonly #predicates: ReturnType<typeof predicateCatalogue>;
  readonly #known: KnownLore;

  constructor(notes: readonly Note[], mapping: Mapping, fresh: readonly Predicate[], known: KnownLore) {
    this.#mapping = mapping;
    this.#predicates = predicateCatalogue([...known.predicates.all, ...fresh]);
    this.#known = known;
    for (const { path, name, aliases } of notes) this.#names.add(path, name, aliases);
  }

  *thing(note: Note): Generator<Gathered> {
    const place = placeOf(note);
    yield {
      kind: 'entity',
      place,
      ref: note.path,
      name: this.#ownName(note),
      entityKind: note.kind,
      aliases: note.aliases.filter((alias) => fold(alias) !== fold(note.name)),
      ...(note.about === '' ? {} : { about: note.about }),
    };
    const keys = Object.entries(note.properties).filter(([key, value]) => this.#useOf(note, key, value) === null);
    const data: KeptNote = { path: note.path, keys: Object.fromEntries(keys), tags: [...note.tags] };
    yield { kind: 'kept', place, rule: keptRule('note', note.name), data };
  }

  /** The lorebook's own slug where the note was saved from it: its name may be a namesake's, too. */
  #ownName({ name, slug }: Note): string {
    return slug !== null && this.#known.entityBySlug(slug)?.name === name ? slug : name;
  }

  *claims(note: Note): Generator<Gathered> {
    for (const [key, value] of Object.entries(note.properties)) {
      const use = this.#useOf(note, key, value);
      const texts = textsOf(value) ?? [];
      const predicate = use === null ? undefined : this.#predicates.get(use.predicate);
      if (use === null || predicate === undefined) continue;
      const items = texts.flatMap((text) => splitBy(text, use.split)).map((text) => this.#item(text, note));
      const context = {
        subject: `${REF}${note.path}`,
        calendar: this.#known.profile.calendar,
        nameOf: (text: string) => this.#refOf(text, note),
        namesByWords: true,
      };
      const place = { ...placeOf(note), field: key };
      for (const cells of fieldClaims(items, predicate, use.isReversed === true, context)) {
        yield { kind: 'claim', place, cells: note.timeline === null ? cells : { ...cells, continuity: note.timeline } };
      }
    }
  }

  /** What the mapping reads a key as a claim by; null for a key that only its own program understands. */
  #useOf(note: Note, key: string, value: Property) {
    if (textsOf(value) === null) return null;
    const use = this.#mapping.records[recordKey('table', recordOf(note))]?.fields[fieldKey(key)]?.use;
    return use?.as === 'claim' ? use : null;
  }

  #item(text: string, note: Note): FieldItem {
    const link = onlyLink(text);
    const shown = link === null ? readLinks(text).text.trim() : link.shown;
    const entity = link === null ? null : (this.#refOf(link.target, note) ?? link.shown);
    return { text: shown, entity, note: '', sources: [], remarks: [] };
  }

  #refOf(target: string, note: Note): string | null {
    const path = this.#names.find(target, note.path);
    return path === null ? null : `${REF}${path}`;
  }

  /** The text, with what it links to; its own first heading and the lists of links say nothing more. */
  *prose(note: Note): Generator<Gathered> {
    const { text, links } = readLinks(note.slug !== null ? withoutTold(note.front.body) : note.front.body);
    const place = placeOf(note);
    const options = { file: note.file, page: note.name, continuity: note.timeline };
    for (const item of readText(text, this.#known, options)) {
      const line = (item.place.line ?? 1) + note.front.lines;
      const at: Place = item.place.line === undefined ? place : { ...item.place, line };
      if (item.kind !== 'passage') yield { ...item, place: at };
      else {
        const linked = links.filter((link) => link.shown !== '' && item.text.includes(link.shown));
        const names = linked.map((link) => this.#entityOf(link, note));
        const entities = [...new Set([...names, ...item.entities])];
        yield {
          ...item,
          place: at,
          about: `${REF}${note.path}`,
          entities,
          continuity: item.continuity ?? note.timeline,
        };
      }
    }
  }

  #entityOf(link: WikiLink, note: Note): string {
    return this.#refOf(link.target, note) ?? link.shown;
  }
}

/** An export tells in lists what its front matter or its pack says exactly; what somebody wrote around them stays. */
function withoutTold(body: string): string {
  const titles = [exportWords.told, exportWords.disputedHeading, exportWords.passages];
  const blank = (lines: string): string => lines.replace(/[^\n]/g, '');
  return titles.reduce((text, title) => {
    const start = text.search(new RegExp(`^## ${title}$`, 'm'));
    if (start === -1) return text;
    const end = text.slice(start + 3).search(/^#{1,6} /m);
    const stop = end === -1 ? text.length : start + 3 + end;
    return text.slice(0, start) + blank(text.slice(start, stop)) + text.slice(stop);
  }, body);
}

function placeOf(note: Note): Place {
  return { file: note.file, page: note.name };
}

function splitBy(text: string, marks: string | undefined): readonly string[] {
  if (marks === undefined || marks === '' || onlyLink(text) !== null) return [text];
  return text
    .split(new RegExp(`[${marks.replace(/[\\\]^-]/g, '\\$&')}]`, 'u'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
