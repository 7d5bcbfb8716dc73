import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import type { Predicate } from '../lore/predicate.ts';
import type { LoreReader } from '../lore/reader.ts';
import { importReasons } from '../messages/en/import-reasons.ts';
import type { Gathered } from './gathered.ts';
import { ImportError } from './import-problem.ts';
import { joinMappings, type Mapping } from './mapping/mapping.ts';
import { readWiki, type WikiCounts } from './mediawiki/read-wiki.ts';
import { withMostSuggestions } from './most-suggestions.ts';
import { pageReadings } from './page-sources.ts';
import { type Sniffed, type SourceKind, sniff } from './sniff.ts';
import { openTable } from './tables/open-table.ts';
import { readTables, type TableCounts } from './tables/read-tables.ts';
import { unzipInto } from './zip/unzip.ts';

export interface SourceFile extends Sniffed {
  readonly path: string;
  /** What it is called in the report. */
  readonly name: string;
}

export interface SourceOptions {
  readonly read: LoreReader;
  /** How templates and tables of this lorebook are read, as far as it is known. */
  readonly mapping: Mapping;
  /** For files that are not UTF-8. */
  readonly encoding: string | null;
  /** What the files are to be read as; null = what is in them says it. */
  readonly format: SourceKind | null;
  /** What the paths are called in the report; left out: their own names. */
  readonly names?: readonly string[];
  readonly onProgress?: (items: number) => void;
}

/** What was seen in a source, by name. */
export type SourceCounts = WikiCounts & TableCounts & { readonly notes: number; readonly pages: number };

export interface SourceReading {
  readonly kinds: readonly SourceKind[];
  readonly gathered: Generator<Gathered>;
  /** Both are known once the first thing was gathered. */
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: () => Partial<SourceCounts>;
}

/** Files of a folder beyond this are not one source. */
const MOST_FILES = 50_000;

/**
 * Opens files and folders as one source: each file is read as what is in it says, never by its name. Files that hold no
 * lore are refused where they were named, and passed over in a folder. Throws ImportError.
 */
export function readSource(paths: readonly string[], options: SourceOptions): SourceReading {
  const passedOver: Gathered[] = [];
  const unpacked = new Unpacked();
  try {
    return reading(paths, options, passedOver, unpacked);
  } catch (error) {
    unpacked.remove();
    throw asCalled(error, paths, options, unpacked);
  }
}

/** Folders that zip files were unpacked into, for as long as they are read. */
class Unpacked {
  readonly #folders: { readonly folder: string; readonly called: string }[] = [];

  unpack(path: string, called: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'concordance-import-'));
    this.#folders.push({ folder, called });
    unzipInto(path, folder);
    return folder;
  }

  /** What a file in one of them is called: the zip file, and where in it. */
  called(path: string): string | null {
    const found = this.#folders.find(({ folder }) => path.startsWith(folder + sep));
    return found === undefined ? null : `${found.called}, ${relative(found.folder, path).replaceAll(sep, '/')}`;
  }

  remove(): void {
    for (const { folder } of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** The error with the file as whoever sent it calls it; where it is kept meanwhile is nobody's business. */
function asCalled(error: unknown, paths: readonly string[], { names }: SourceOptions, unpacked: Unpacked): unknown {
  if (!(error instanceof ImportError)) return error;
  const { path } = error.problem;
  const called = unpacked.called(path) ?? names?.[paths.indexOf(path)] ?? path;
  return new ImportError({ ...error.problem, path: called });
}

function reading(
  paths: readonly string[],
  options: SourceOptions,
  passedOver: Gathered[],
  unpacked: Unpacked,
): SourceReading {
  const files = paths.flatMap((path, index) =>
    filesOf(path, options.names?.[index] ?? basename(path), options, passedOver, unpacked),
  );
  if (files.length === 0) throw new ImportError({ kind: 'nothing-to-read', path: paths[0] ?? '' });
  const readings = readersOf(files, options);
  let mapping = options.mapping;
  const predicates = new Map<string, Predicate>();
  function* gather(): Generator<Gathered> {
    try {
      for (const open of readings) {
        const part = open(mapping);
        current.push(part);
        for (const item of part.gathered) {
          mapping = joinMappings(mapping, part.mapping());
          for (const predicate of part.predicates()) predicates.set(predicate.id, predicate);
          yield item;
          yield* part.gathered;
        }
      }
      yield* passedOver;
    } catch (error) {
      throw asCalled(error, paths, options, unpacked);
    } finally {
      unpacked.remove();
    }
  }
  const current: PartReading[] = [];
  return {
    kinds: [...new Set(files.map(({ kind }) => kind))],
    gathered: withMostSuggestions(gather(), files[0]?.name ?? ''),
    mapping: () => mapping,
    predicates: () => [...predicates.values()],
    counts: () => sumOf(current.map(({ counts }) => counts)),
  };
}

interface PartReading {
  readonly gathered: Generator<Gathered>;
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: Partial<SourceCounts>;
}

/** One reader for each wiki export, one for all tables together. */
function readersOf(
  files: readonly SourceFile[],
  options: SourceOptions,
): readonly ((mapping: Mapping) => PartReading)[] {
  const { read, onProgress } = options;
  const common = {
    calendar: read.profile.calendar,
    predicates: read.predicates,
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const encodingOf = (file: SourceFile): string | null => options.encoding ?? file.encoding;
  const wikis = files
    .filter(({ kind }) => kind === 'mediawiki')
    .map(
      (file) => (mapping: Mapping) =>
        readWiki(file.path, { ...common, known: read, file: file.name, encoding: encodingOf(file), mapping }),
    );
  const tables = files.filter(({ kind }) => kind === 'table');
  const joined = tables.map((file) => openTable(file.path, file.name, encodingOf(file)));
  const tabular = joined.length === 0 ? [] : [(mapping: Mapping) => readTables(joined, { ...common, mapping })];
  const pages = files.map((file) => ({ ...file, encoding: encodingOf(file) }));
  return [...wikis, ...tabular, ...pageReadings(pages, read)];
}

function filesOf(
  path: string,
  called: string,
  options: SourceOptions,
  passedOver: Gathered[],
  unpacked: Unpacked,
): readonly SourceFile[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new ImportError({ kind: 'no-such-file', path });
  const told = (file: string, name: string): SourceFile => {
    const sniffed = sniff(file);
    return { ...sniffed, kind: options.format ?? sniffed.kind, path: file, name };
  };
  const only = stat.isDirectory() ? null : told(path, called);
  if (only !== null && only.kind !== 'zip') return [only];
  const folder = only === null ? path : unpacked.unpack(path, called);
  if (existsSync(join(folder, 'pack.json'))) throw new ImportError({ kind: 'wrong-kind', path, what: 'pack' });
  return inFolder(folder).flatMap((file) => {
    const name = relative(folder, file).replaceAll(sep, '/');
    try {
      const one = told(file, name);
      if (one.kind !== 'zip') return [one];
      passedOver.push({ kind: 'left-out', place: { file: name }, reason: importReasons.innerZip });
      return [];
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      passedOver.push({ kind: 'left-out', place: { file: name }, reason: importReasons.noLore });
      return [];
    }
  });
}

/** Files in a folder and below, in the order of their names; hidden ones and links stay out. */
function inFolder(folder: string): readonly string[] {
  const files: string[] = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) open.push(join(at, entry.name));
      else if (entry.isFile()) files.push(join(at, entry.name));
      if (files.length > MOST_FILES) throw new ImportError({ kind: 'too-many', path: folder, most: MOST_FILES });
    }
  }
  return files.sort();
}

function sumOf(counts: readonly Partial<SourceCounts>[]): Partial<SourceCounts> {
  const sum: Record<string, number> = {};
  for (const one of counts) {
    for (const [name, n] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + (n ?? 0);
  }
  return sum;
}
