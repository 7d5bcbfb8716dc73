import { findingJson } from '../documents/finding-words.ts';
import { voiceOf } from '../documents/voice.ts';
import { importAccount } from '../edit/import-account.ts';
import type { ImportReport, OpenedConflict } from '../edit/import-report.ts';
import { ImportError, type ImportProblem } from '../import/import-problem.ts';
import { joinMappings, type Mapping, mappingOf, NO_MAPPING, rulesOf } from '../import/mapping/mapping.ts';
import { type MappingFault, readMapping } from '../import/mapping/mapping-text.ts';
import { readSource } from '../import/read-source.ts';
import type { SourceKind } from '../import/sniff.ts';
import type { Finding } from '../lore/finding.ts';
import type { EditId } from '../lore/ids.ts';
import type { Refusal, Standing } from '../lore/permission.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';

export interface ImportInput {
  /** Files and folders, one account together. */
  readonly paths: readonly string[];
  /** What each is called in the report; left out: its own name. */
  readonly names?: readonly string[];
  readonly title: string;
  readonly encoding: string | null;
  readonly format: SourceKind | null;
  /** Corrections of the mapping, in its text form. */
  readonly mapping: string | null;
  readonly isDryRun: boolean;
  /** The preview that this saves, so that a second press saves nothing. */
  readonly draft?: string | null;
  readonly isPartial: boolean;
  readonly by: Standing;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly report: ImportReport;
      readonly kinds: readonly SourceKind[];
      /** How its templates and tables were read. */
      readonly mapping: Mapping;
      /** What was seen in the source, by name. */
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'bad-mapping'; readonly faults: readonly MappingFault[] }
  | { readonly kind: 'saved-already' }
  | { readonly kind: 'unreadable'; readonly problem: ImportProblem };

/** Reads files as one account and brings it in, or rehearses that. */
export function importJob(lorebook: Lorebook, input: ImportInput, onProgress: (done: number) => void): ImportOutcome {
  const { read } = lorebook;
  const inWords = (finding: Finding): OpenedConflict => {
    const { id, title, why } = findingJson(finding, voiceOf(read));
    return { id, class: finding.class, title, why };
  };
  const { draft = null } = input;
  const mayRecord = (edit: EditId): boolean => draft === null || lorebook.drafts.markSaved(draft, edit);
  const known = mappingOf(read.importRules());
  const corrected = input.mapping === null ? NO_MAPPING : readMapping(input.mapping, known, read.predicates);
  if ('faults' in corrected) return { kind: 'bad-mapping', faults: corrected.faults };
  try {
    const source = readSource(input.paths, {
      read,
      mapping: joinMappings(known, corrected),
      encoding: input.encoding,
      format: input.format,
      names: input.names ?? [],
      onProgress,
    });
    const imported = importAccount(
      { ...lorebook, by: input.by, at: input.at },
      {
        title: input.title,
        kind: source.kinds.join(', '),
        gathered: source.gathered,
        predicates: source.predicates,
        mapping: () => rulesOf(source.mapping()),
      },
      { isDryRun: input.isDryRun, isPartial: input.isPartial, onProgress, inWords, mayRecord },
    );
    if (!imported.ok) {
      const { problem } = imported;
      return problem.kind === 'saved-already' ? problem : { kind: 'refused', refusal: problem };
    }
    const { kinds, mapping, counts } = source;
    return { kind: 'imported', report: imported.value, kinds, mapping: mapping(), counts: counts() };
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}
