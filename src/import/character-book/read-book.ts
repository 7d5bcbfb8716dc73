import { z } from 'zod';
import { type KeptEntry, keptRule } from '../../lore/kept.ts';
import type { Predicate } from '../../lore/predicate.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import { readPage } from '../plain/read-page.ts';
import { readText } from '../plain/read-plain.ts';
import { type ExportedClaim, type ExportedEntry, exportedPredicates, exportedSchema } from './exported-entry.ts';

const texts = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).catch([]);
const bag = z.record(z.string(), z.unknown()).catch({});

/** An entry as Character Card V2 (`keys`) and SillyTavern's world books (`key`, `keysecondary`, `uid`) write it. */
const entrySchema = z
  .looseObject({
    keys: texts.optional(),
    key: texts.optional(),
    secondary_keys: texts.optional(),
    keysecondary: texts.optional(),
    content: z.string().catch(''),
    name: z.string().catch('').optional(),
    comment: z.string().catch('').optional(),
    id: z.union([z.number(), z.string()]).nullish().catch(null),
    uid: z.union([z.number(), z.string()]).nullish().catch(null),
    extensions: bag.optional(),
    insertion_order: z.number().optional().catch(undefined),
    order: z.number().optional().catch(undefined),
    constant: z.boolean().optional().catch(undefined),
    position: z.unknown().optional(),
  })
  .transform((entry) => ({
    ...entry,
    keys: (entry.keys ?? entry.key ?? []).map((key) => key.trim()).filter((key) => key !== ''),
    secondary: entry.secondary_keys ?? entry.keysecondary ?? [],
    own: entry.id ?? entry.uid ?? null,
  }));
type Entry = z.infer<typeof entrySchema>;

const bookSchema = z.looseObject({
  name: z.string().catch('').optional(),
  description: z.string().catch('').optional(),
  entries: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((all) => Object.values(all))]),
});

const characterSchema = z.looseObject({
  name: z.string().catch(''),
  description: z.string().catch(''),
  personality: z.string().catch(''),
  scenario: z.string().catch(''),
  creator: z.string().catch('').optional(),
  character_book: z.unknown().optional(),
});

const LONGEST_NAME = 200;
const REGULAR = /^\/.+\/[a-z]*$/;

export interface BookReading {
  readonly gathered: Generator<Gathered>;
  /** Those of a book that an export of ours wrote, and the lorebook lacks. */
  readonly predicates: readonly Predicate[];
}

/** A character card or a book of lore as JSON; undefined where it is neither. */
export function readCharacterBook(data: unknown, file: string, known: KnownLore): BookReading | undefined {
  const card = z.looseObject({ data: z.unknown() }).safeParse(data);
  const inner = card.success && card.data.data !== undefined ? card.data.data : data;
  const character = characterSchema.safeParse(inner);
  const hasBook =
    character.success && character.data.character_book !== undefined && character.data.character_book !== null;
  const book = bookSchema.safeParse(hasBook ? character.data.character_book : inner);
  const isCard = character.success && character.data.name !== '' && !book.success;
  if (!book.success && !isCard) return undefined;
  const entries = book.success ? book.data.entries.map(readEntry) : [];
  const exported = entries.flatMap((entry) => entry?.exported ?? []);
  return { gathered: gather(), predicates: exportedPredicates(exported, known.predicates) };

  function* gather(): Generator<Gathered> {
    if (character.success && character.data.creator !== OURS) yield* readCharacter(character.data, file, known);
    if (!book.success) return;
    const { entries: _, ...rest } = book.data;
    yield { kind: 'kept', place: { file }, rule: keptRule('book', ''), data: rest };
    for (const [at, entry] of entries.entries()) yield* thingOf(entry, at, file, known);
    const refs = new Map(
      entries.flatMap((entry) => (entry?.exported == null ? [] : [[entry.exported.entity, entry.ref]])),
    );
    for (const [at, entry] of entries.entries()) {
      const name = entry === null ? null : nameOf(entry);
      if (entry === null || name === null) continue;
      const place: Place = { file, page: name, line: at + 1 };
      if (entry.exported !== null) yield* entry.exported.claims.map((claim) => told(claim, entry.ref, place, refs));
      else yield* prose(entry.content, { name, ref: entry.ref, section: '', place }, known);
    }
  }
}

const OURS = 'Concordance';

function* readCharacter(
  character: z.infer<typeof characterSchema>,
  file: string,
  known: KnownLore,
): Generator<Gathered> {
  const name = character.name.trim();
  if (name === '' || name.length > LONGEST_NAME) return;
  const place = { file, page: name };
  const ref = 'character';
  yield { kind: 'entity', place, ref, name, entityKind: 'person', aliases: [] };
  for (const section of ['description', 'personality', 'scenario'] as const) {
    // {{char}} and {{user}} stand for names that are put in while it is played.
    const text = character[section].replaceAll(/\{\{char\}\}/gi, name).replaceAll(/\{\{user\}\}/gi, 'you');
    yield* prose(text, { name, ref, section, place }, known);
  }
}

/** An entry with what the file calls it; null where it is none. */
function readEntry(given: unknown, at: number): ReadEntry | null {
  const read = entrySchema.safeParse(given);
  if (!read.success) return null;
  const exported = exportedSchema.safeParse(read.data.extensions?.concordance);
  return { ...read.data, ref: `entry:${read.data.own ?? at}`, exported: exported.success ? exported.data : null };
}

interface ReadEntry extends Entry {
  readonly ref: string;
  /** What an export of ours wrote beside it. */
  readonly exported: ExportedEntry | null;
}

function* thingOf(entry: ReadEntry | null, at: number, file: string, known: KnownLore): Generator<Gathered> {
  const name = entry === null ? null : nameOf(entry);
  if (entry === null || name === null) {
    const reason = entry === null ? importReasons.brokenEntry : importReasons.entryWithoutName;
    yield { kind: 'left-out', place: { file, line: at + 1 }, reason };
    return;
  }
  const place: Place = { file, page: name, line: at + 1 };
  const slug = entry.exported?.entity;
  const isKnown = slug !== undefined && known.entityBySlug(slug)?.name === name;
  yield {
    kind: 'entity',
    place,
    ref: entry.ref,
    name: isKnown ? slug : name,
    entityKind: entry.exported?.kind ?? null,
    aliases: entry.keys.filter((key) => key !== name && key.length <= LONGEST_NAME && !REGULAR.test(key)),
  };
  yield { kind: 'kept', place, rule: keptRule('entry', name), data: keptEntry(entry) };
}

/** What the entry calls itself, else its first key that is no pattern. */
function nameOf({ name, comment, keys }: Entry): string | null {
  const candidates = [name, comment, ...keys].map((text) => text?.trim() ?? '');
  return candidates.find((text) => text !== '' && text.length <= LONGEST_NAME && !REGULAR.test(text)) ?? null;
}

function keptEntry(entry: Entry): KeptEntry {
  const { concordance: _, ...extensions } = entry.extensions ?? {};
  const order = entry.insertion_order ?? entry.order;
  return {
    extensions,
    ...(order === undefined ? {} : { insertion_order: order }),
    ...(entry.secondary.length === 0 ? {} : { secondary_keys: entry.secondary }),
    ...(entry.constant === undefined ? {} : { constant: entry.constant }),
    ...(entry.position === undefined ? {} : { position: entry.position }),
  };
}

/** A claim that an export of ours put there comes back as a claim. */
function told(claim: ExportedClaim, ref: string, place: Place, refs: ReadonlyMap<string, string>): Gathered {
  const { predicate, value, value_kind, value_entity, date, modality, works, statement, timeline } = claim;
  const other = value_entity == null ? undefined : refs.get(value_entity);
  const isSilent = value_kind === 'unknown' || value_kind === 'none';
  return {
    kind: 'claim',
    place,
    cells: {
      subject: `${REF}${ref}`,
      predicate,
      value: other === undefined ? value : `${REF}${other}`,
      statement,
      modality,
      ...(isSilent ? { value_kind } : {}),
      ...(date === null || date === value ? {} : { date }),
      ...(timeline === undefined ? {} : { continuity: timeline }),
      ...(works.length === 0 ? {} : { work: works.map(({ title }) => title.replaceAll('|', ' ')).join('|') }),
      ...(works.some(({ locator }) => locator !== '')
        ? { locator: works.map(({ locator }) => locator.replaceAll('|', ' ')).join('|') }
        : {}),
    },
  };
}

function* prose(
  text: string,
  of: { readonly name: string; readonly ref: string; readonly section: string; readonly place: Place },
  known: KnownLore,
): Generator<Gathered> {
  const options = { file: of.place.file, page: of.name, continuity: null };
  // A single line is no title here, however short.
  const line = { kind: 'paragraph', text: text.trim(), line: 0 } as const;
  const isLine = line.text !== '' && !/[\r\n]/.test(line.text);
  for (const item of isLine ? readPage([line], { title: of.name }, known, options) : readText(text, known, options)) {
    if (item.kind !== 'passage') yield { ...item, place: of.place };
    else {
      const section = item.section === '' ? of.section : item.section;
      yield { ...item, place: of.place, section, about: `${REF}${of.ref}` };
    }
  }
}
