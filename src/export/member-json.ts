import type { ExportSource } from './export-source.ts';

const ALL = Number.MAX_SAFE_INTEGER;

/** All that is kept about one person: what they changed and proposed. What they asked is kept without their name. */
export function memberJson({ log, suggestions }: ExportSource, ref: string): object {
  const edits = log.edits({ by: ref, limit: ALL });
  const proposed = suggestions.by(ref, ALL);
  const names = [...new Set([...edits, ...proposed].map(({ by }) => by.name))];
  return {
    format: 'concordance-member',
    version: 1,
    member: { key: ref, names },
    edits: edits.map(({ by: _, ...edit }) => ({ ...edit, at: new Date(edit.at).toISOString() })),
    suggestions: proposed.map(({ by: _, card: __, ...one }) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}
