import { onThisDayIcs } from '../documents/on-this-day-ics.ts';
import { savePack } from '../edit/save-pack.ts';
import { packFiles } from '../pack/write-folder.ts';
import { characterCard } from './character-book.ts';
import { claimsCsv } from './claims-csv.ts';
import { everythingJson } from './everything-json.ts';
import { type ExportedFile, type ExportSource, oneFile } from './export-source.ts';
import { vaultFiles } from './vault.ts';

export const EXPORT_FORMATS = ['pack', 'csv', 'vault', 'book', 'json', 'ics', 'member'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats of many files: a folder, or a zip file where one file is needed. */
const FOLDERS: ReadonlySet<ExportFormat> = new Set(['pack', 'vault']);

export interface ExportOptions {
  /** Milliseconds since 1970, for what has to be dated. */
  readonly at: number;
  /** Whose data `member` is. */
  readonly member?: string;
}

export function isFolderFormat(format: ExportFormat): boolean {
  return FOLDERS.has(format);
}

export function isExportFormat(text: string): text is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === text);
}

/** What a lone file of a format is called; a folder's zip file too. */
export function exportName(format: ExportFormat, name: string): string {
  switch (format) {
    case 'pack':
      return `${name}-pack.zip`;
    case 'vault':
      return `${name}-vault.zip`;
    case 'csv':
      return `${name}-claims.csv`;
    case 'book':
      return `${name}-book.json`;
    case 'json':
      return `${name}.json`;
    case 'ics':
      return 'onthisday.ics';
    case 'member':
      return `${name}-member.json`;
  }
}

/** The files of an export. Nothing may be written to the lorebook while they are read. */
export function exportFiles(
  format: ExportFormat,
  source: ExportSource,
  options: ExportOptions,
): Iterable<ExportedFile> {
  const { read, references } = source;
  const name = exportName(format, read.profile.name);
  switch (format) {
    case 'pack':
      return packFiles(savePack(read, references)).map(({ path, text }) => oneFile(path, text));
    case 'vault':
      return vaultFiles(source);
    case 'csv':
      return [{ path: name, pieces: claimsCsv(savePack(read, references)) }];
    case 'book':
      return [oneFile(name, `${JSON.stringify(characterCard(source), null, 2)}\n`)];
    case 'json':
      return [{ path: name, pieces: everythingJson(source, savePack(read, references)) }];
    case 'ics':
      return [oneFile(name, onThisDayIcs(read, new Date(options.at).getUTCFullYear(), options.at))];
    case 'member':
      return [oneFile(name, `${JSON.stringify(source.personJson(options.member ?? ''), null, 2)}\n`)];
  }
}
