import { z } from 'zod';
import type { Kept } from '../../lore/kept.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import { readText } from '../plain/read-plain.ts';
import { type ExportedClaim, exportedSchema } from './exported-entry.ts';

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

/** A character card or a book of lore as JSON; undefined where it is neither. */
export function readCharacterBook(
  data: unknown,
  file: string,
  known: KnownLore,
): Generator<Gathered> | undefined {
  const card = z.looseObject({ data: z.unknown() }).safeParse(data);
  const inner = card.success && card.data.data !== undefined ? card.data.data : data;
  const character = characterSchema.safeParse(inner);
  const hasBook = character.success && character.data.character_book !== undefined && character.data.character_book !== null;
  const book = bookSchema.safeParse(hasBook ? character.data.character_book : inner);
  const isCard = character.success && character.data.name !== '' && !book.success;
  if (!book.success && !isCard) return undefined;
  return gather();

  function* gather(): Generator<Gathered> {
    if (character.success && character.data.creator !== OURS) yield* readCharacter(character.data, file, known);
    if (!book.success) return;
    const { entries, ...rest } = book.data;
    yield { kind: 'kept', place: { file }, kept: { book: rest } };
    for (const [at, given] of entries.entries()) yield* readEntry(given, at, file, known);
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

function* readEntry(given: unknown, at: number, file: string, known: KnownLore): Generator<Gathered> {
  const read = entrySchema.safeParse(given);
  const here = { file, line: at + 1 };
  if (!read.success) {
    yield { kind: 'left-out', place: here, reason: importReasons.brokenEntry };
    return;
  }
  const entry = read.data;
  const name = nameOf(entry);
  if (name === null) {
    yield { kind: 'left-out', place: here, reason: importReasons.entryWithoutName };
    return;
  }
  const place: Place = { file, page: name, line: at + 1 };
  const ref = `entry:${entry.own ?? at}`;
  const exported = exportedSchema.safeParse(entry.extensions?.concordance);
  yield {
    kind: 'entity',
    place,
    ref,
    name,
    entityKind: exported.success ? exported.data.kind : null,
    aliases: entry.keys.filter((key) => key !== name && key.length <= LONGEST_NAME && !REGULAR.test(key)),
  };
  yield { kind: 'kept', place, kept: keptOf(name, entry) };
  if (exported.success) yield* exported.data.claims.map((claim) => told(claim, ref, place));
  else yield* prose(entry.content, { name, ref, section: '', place }, known);
}

/** What the entry calls itself, else its first key that is no pattern. */
function nameOf({ name, comment, keys }: Entry): string | null {
  const candidates = [name, comment, ...keys].map((text) => text?.trim() ?? '');
  return candidates.find((text) => text !== '' && text.length <= LONGEST_NAME && !REGULAR.test(text)) ?? null;
}

function keptOf(name: string, entry: Entry): Partial<Kept> {
  const { concordance: _, ...extensions } = entry.extensions ?? {};
  const order = entry.insertion_order ?? entry.order;
  return {
    entries: {
      [name]: {
        extensions,
        ...(order === undefined ? {} : { insertion_order: order }),
        ...(entry.secondary.length === 0 ? {} : { secondary_keys: entry.secondary }),
        ...(entry.constant === undefined ? {} : { constant: entry.constant }),
        ...(entry.position === undefined ? {} : { position: entry.position }),
      },
    },
  };
}

/** A claim that an export of ours put there comes back as a claim. */
function told(claim: ExportedClaim, ref: string, place: Place): Gathered {
  const { predicate, value, date, modality, works, statement } = claim;
  return {
    kind: 'claim',
    place,
    cells: {
      subject: `${REF}${ref}`,
      predicate,
      value,
      statement,
      modality,
      ...(date === null || date === value ? {} : { date }),
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
  for (const item of readText(text, known, { file: of.place.file, page: of.name, continuity: null })) {
    if (item.kind !== 'passage') yield { ...item, place: of.place };
    else {
      const section = item.section === '' ? of.section : item.section;
      yield { ...item, place: of.place, section, about: `${REF}${of.ref}` };
    }
  }
}
