import type { Finding } from '../lore/finding.ts';
import type { LoreReader } from '../lore/reader.ts';
import { MOST_OPENED, type OpenedConflict } from './import-report.ts';

const ALL = 1_000_000;

/** Remembers what stands against each other now; what it returns tells, later on, which conflicts have come since. */
export function openedSince(
  read: LoreReader,
  inWords: (finding: Finding) => OpenedConflict,
): () => { readonly opened: readonly OpenedConflict[]; readonly openedCount: number } {
  const before = new Set(read.findings({ limit: ALL }).map((finding) => finding.id));
  return () => {
    const opened = read.findings({ limit: ALL }).filter((finding) => !before.has(finding.id) && isSigned(finding));
    return { opened: opened.slice(0, MOST_OPENED).map(inWords), openedCount: opened.length };
  };
}

/** Those that a reader would see a sign on. */
function isSigned(finding: Finding): boolean {
  return (finding.class === 'conflict' || finding.class === 'temporal') && finding.severity >= 2;
}
