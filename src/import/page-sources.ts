import { readFileSync, statSync } from 'node:fs';
import type { Predicate } from '../lore/predicate.ts';
import { importReasons } from '../messages/en/import-reasons.ts';
import { readCharacterBook } from './character-book/read-book.ts';
import type { Gathered } from './gathered.ts';
import { ImportError, type ImportProblem } from './import-problem.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { KnownLore } from './plain/known-lore.ts';
import { readHtml, readText } from './plain/read-plain.ts';
import type { SourceKind } from './sniff.ts';
import { firstLineNotUtf8 } from './tables/not-utf8.ts';
import { readVault, type VaultFile } from './vault/read-vault.ts';

/** A file as it is opened for reading. */
export interface PageFile {
  readonly path: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly encoding: string | null;
}

interface Reading {
  readonly gathered: Generator<Gathered>;
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: { readonly notes?: number; readonly pages?: number };
}

/** Larger than any page; a book of lore may be as large. */
const MOST_MB = 64;

/**
 * Readers of pages, notes and books: one for each page and book, one for all notes together, since they link to each
 * other. Text among notes is a note, too.
 */
export function pageReadings(files: readonly PageFile[], known: KnownLore): readonly ((mapping: Mapping) => Reading)[] {
  const isVault = hasNotes(files);
  const notes = files.filter(({ kind }) => kind === 'note' || (kind === 'text' && isVault));
  const isAlone = files.length === 1;
  const rest = files.filter((file) => ['text', 'html', 'character-book'].includes(file.kind) || file.kind === 'note');
  const single = rest
    .filter((file) => !isVault || !notes.includes(file))

    .map(
      (file) =>
        (mapping: Mapping): Reading =>
          pageReading(file, known, isAlone, mapping),
    );
  if (!isVault || notes.length === 0) return single;
  return [...single, (mapping) => readVault(notes.map(vaultFile), known, mapping)];
}

/** A lone Markdown page without front matter and links is a page like others. */
function hasNotes(files: readonly PageFile[]): boolean {
  const notes = files.filter(({ kind }) => kind === 'note');
  const [only] = notes;
  if (notes.length !== 1 || only === undefined) return notes.length > 1;
  const read = textOf(only);
  return 'text' in read && (/^\uFEFF?---[ \t]*\S*\r?\n/.test(read.text) || /\[\[[^\]\n]+\]\]/.test(read.text));
}

function pageReading(file: PageFile, known: KnownLore, isAlone: boolean, mapping: Mapping): Reading {
  let predicates: readonly Predicate[] = [];
  const gathered = pageOf(file, known, isAlone, (fresh) => {
    predicates = fresh;
  });
  return { gathered, mapping: () => mapping, predicates: () => predicates, counts: { pages: 1 } };
}

/** What cannot be read ends a source of one file, and is left out of one of many. */
function* pageOf(
  file: PageFile,
  known: KnownLore,
  isAlone: boolean,
  declare: (predicates: readonly Predicate[]) => void,
): Generator<Gathered> {
  const place = { file: file.name };
  const read = textOf(file);
  if ('fault' in read) {
    if (isAlone) throw new ImportError(read.problem);
    yield { kind: 'left-out', place, reason: read.fault };
    return;
  }
  const options = { file: file.name, continuity: null };
  if (file.kind === 'html') yield* readHtml(read.text, known, options);
  else if (file.kind !== 'character-book') yield* readText(read.text, known, options);
  else {
    const book = bookOf(read.text, file, known);
    if (book.ok) {
      declare(book.predicates);
      yield* book.gathered;
    } else if (isAlone) throw new ImportError(book.problem);
    else yield { kind: 'left-out', place, reason: importReasons.brokenBook };
  }
}

function bookOf(text: string, { path, name }: PageFile, known: KnownLore) {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problem: { kind: 'bad-json', path, why: error.message } } as const;
  }
  const book = readCharacterBook(data, name, known);
  return book === undefined
    ? ({ ok: false, problem: { kind: 'not-a-book', path } } as const)
    : ({ ok: true, ...book } as const);
}

function vaultFile(file: PageFile): VaultFile {
  return { name: file.name, text: () => textOf(file) };
}

type Text = { readonly text: string } | { readonly fault: string; readonly problem: ImportProblem };

function textOf({ path, encoding }: PageFile): Text {
  if (statSync(path).size > MOST_MB << 20) {
    const problem = { kind: 'too-large', path, mostMb: MOST_MB } as const;
    return { fault: importReasons.tooLargePage(MOST_MB), problem };
  }
  try {
    return { text: new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line = firstLineNotUtf8(path);
    return { fault: importReasons.notUtf8(line), problem: { kind: 'not-utf8', path, line } as const };
  }
}
