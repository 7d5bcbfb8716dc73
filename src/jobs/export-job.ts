import { exportFiles } from '../export/export-files.ts';
import { type ExportFormat, exportName, isFolderFormat } from '../export/formats.ts';
import { inMemory, zipped } from '../export/write-files.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';

export interface ExportInput {
  readonly format: ExportFormat;
  /** Whose data `member` is. */
  readonly member?: string;
  /** More cannot be handed out. */
  readonly mostBytes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type ExportOutcome =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' };

/** Saves a lorebook in another format, as one file in memory. */
export function exportJob(lorebook: Lorebook, { format, member, mostBytes, at }: ExportInput): ExportOutcome {
  const files = exportFiles(format, lorebook, { at, ...(member === undefined ? {} : { member }) });
  const name = exportName(format, lorebook.read.profile.name);
  if (isFolderFormat(format)) {
    const bytes = zipped(files, mostBytes);
    return bytes === null ? { kind: 'too-large' } : { kind: 'file', name, bytes };
  }
  const [file] = files;
  const bytes = file === undefined ? null : inMemory(file, mostBytes);
  if (bytes !== null) return { kind: 'file', name, bytes };
  // A table or document too large as it is may still go out packed.
  const packed = zipped(exportFiles(format, lorebook, { at }), mostBytes);
  return packed === null ? { kind: 'too-large' } : { kind: 'file', name: `${name}.zip`, bytes: packed };
}
