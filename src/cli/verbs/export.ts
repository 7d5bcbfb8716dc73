import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { exportFiles } from '../../export/export-files.ts';
import { EXPORT_FORMATS, type ExportFormat, isExportFormat, isFolderFormat } from '../../export/formats.ts';
import { writeFolder, writeOne, writeZip } from '../../export/write-files.ts';
import { exportWords } from '../../messages/en/export.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { openFor } from '../open.ts';
import { type Outcome, UsageError } from '../outcome.ts';
import { tookSince } from './look-up.ts';
import type { Verb, VerbContext } from './verb.ts';

const USAGE = `lore export FILE [--format ${EXPORT_FORMATS.join('|')}] [--member KEY] [--lorebook FILE]`;

/** What the ending of a file name asks for, where no format is named. */
const BY_ENDING: Readonly<Record<string, ExportFormat>> = { '.csv': 'csv', '.json': 'json', '.ics': 'ics' };

/** Saves a lorebook in another format: a file, a folder, or a zip file of a folder. */
export const exportVerb: Verb = {
  name: 'export',
  usage: USAGE,
  run: (argv, context) => {
    const accepted = { flags: ['format', 'member'], switches: [], mostWords: 1, usage: USAGE };
    const { words, flags } = readArguments(argv, accepted);
    const [path] = words;
    if (path === undefined) throw new UsageError(terminal.missing('FILE', USAGE), 'usage');
    const named = flags.format ?? BY_ENDING[extname(path).toLowerCase()] ?? 'pack';
    if (!isExportFormat(named)) throw new UsageError(exportWords.unknownFormat(named, EXPORT_FORMATS), 'usage');
    if (named === 'member' && flags.member === undefined) throw new UsageError(exportWords.noMember, 'usage');
    return save(path, named, flags.member, context);
  },
};

function save(path: string, format: ExportFormat, member: string | undefined, context: VerbContext): Outcome {
  const began = performance.now();
  const isFolder = isFolderFormat(format) && extname(path).toLowerCase() !== '.zip';
  if (existsSync(path) && !(isFolder && isEmptyFolder(path))) throw new UsageError(exportWords.exists(path));
  if (!existsSync(dirname(path))) throw new UsageError(exportWords.noFolder(path));
  const lorebook = openFor(context.config, context.path);
  try {
    const options = { at: lorebook.now(), ...(member === undefined ? {} : { member }) };
    const files = exportFiles(format, lorebook, options);
    const count = write(path, files, isFolderFormat(format), isFolder);
    return {
      exit: 0,
      text: exportWords.done(path, count),
      json: { path, format, files: count, tookMs: tookSince(began) },
    };
  } finally {
    lorebook.close();
  }
}

function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}

function write(path: string, files: ReturnType<typeof exportFiles>, isMany: boolean, isFolder: boolean): number {
  if (isFolder) return writeFolder(path, files).length;
  if (isMany) return writeZip(path, files);
  for (const file of files) writeOne(path, file);
  return 1;
}
