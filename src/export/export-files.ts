import { onThisDayIcs } from '../documents/on-this-day-ics.ts';
import { savePack } from '../edit/pack/save-pack.ts';
import { packFiles } from '../pack/write-folder.ts';
import { characterCard } from './character-book.ts';
import { claimsCsv } from './claims-csv.ts';
import { everythingJson } from './everything-json.ts';
import { type ExportedFile, type ExportSource, oneFile } from './export-source.ts';
import { type ExportFormat, exportName } from './formats.ts';
import { vaultFiles } from './vault.ts';

export interface ExportOptions {
  /** Milliseconds since 1970, for what has to be dated. */
  readonly at: number;
  /** Whose data `member` is. */
  readonly member?: string;
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
