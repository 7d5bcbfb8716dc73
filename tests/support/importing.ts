import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportInput, type ImportOutcome, importJob } from '../../src/jobs/import-job.ts';
import type { Standing } from '../../src/lore/permission.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';

const ADMIN: Standing = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false };

export type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** Writes files into a folder; returns their paths. */
export function filesIn(folder: string, files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** Imports files as one account, in this thread. */
export function importFiles(
  lorebook: Lorebook,
  paths: readonly string[],
  overrides: Partial<ImportInput> = {},
): ImportOutcome {
  const input: ImportInput = {
    paths,
    title: 'The wiki',
    encoding: null,
    format: null,
    mapping: null,
    isDryRun: false,
    isPartial: false,
    by: ADMIN,
    at: 1_700_000_000_000,
    ...overrides,
  };
  return importJob(lorebook, input, () => {});
}

/** The same, where anything but a report fails the test. */
export function imported(lorebook: Lorebook, paths: readonly string[], overrides: Partial<ImportInput> = {}): Imported {
  const outcome = importFiles(lorebook, paths, overrides);
  if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Live claims of an account as "subject | predicate | value | date | works". */
export function claimsOf({ read, references }: Lorebook, title = 'The wiki'): readonly string[] {
  const account = references.account(title);
  if (account === undefined) return [];
  const name = (id: Parameters<typeof read.entity>[0]): string => read.entity(id)?.name ?? '?';
  return read
    .claimsByAccount(account.id, 100_000)
    .map(({ subject, predicate, value, date, citations }) => {
      const said =
        value.kind === 'entity'
          ? `[${name(value.entity)}]`
          : value.kind === 'text' || value.kind === 'quantity'
            ? value.text
            : value.kind;
      const works = citations.map(({ work, locator }) => `${name(work)}${locator === '' ? '' : ` (${locator})`}`);
      return [name(subject), predicate, said, date ?? '', works.join(', ')].join(' | ').replace(/( \| )+$/, '');
    })
    .sort();
}
