import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importAccount } from '../../src/edit/import-account.ts';
import type { ImportReport } from '../../src/edit/import-report.ts';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import { mappingOf, rulesOf } from '../../src/import/mapping/mapping.ts';
import { readSource } from '../../src/import/read-source.ts';
import type { Finding } from '../../src/lore/finding.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openAt, TESTER, THEN } from '../support/lorebook.ts';

/** A lorebook with nothing in it. */
export function emptyLorebook(): Lorebook {
  const lorebook = openAt(':memory:');
  const empty = starterPack(null);
  if (!empty.ok || !stock(lorebook, empty.value, TESTER, THEN).ok) throw new Error('no empty lorebook');
  return lorebook;
}

/** Writes files by path into a folder, which is returned. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Imports a file or folder as one account, as the terminal does but in this thread. */
export function importInto(lorebook: Lorebook, path: string, title = 'The source'): ImportReport {
  const source = readSource([path], {
    read: lorebook.read,
    mapping: mappingOf(lorebook.read.importRules()),
    encoding: null,
    format: null,
  });
  const inWords = (finding: Finding) => ({ id: finding.id, class: finding.class, title: '', why: '' });
  const by = { actor: TESTER, level: 'admin', isOwnOnly: false } as const;
  const account = {
    title,
    kind: source.kinds.join(', '),
    gathered: source.gathered,
    predicates: source.predicates,
    mapping: () => rulesOf(source.mapping()),
  };
  const done = importAccount({ ...lorebook, by, at: THEN }, account, { isDryRun: false, isPartial: false, inWords });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

/** "subject, predicate, value" of every claim of a lorebook. */
export function claimsOf({ read }: Lorebook): readonly string[] {
  return read.accounts.flatMap((account) =>
    read.claimsByAccount(account.id, 10_000).map((claim) => {
      const { value } = claim;
      const said =
        value.kind === 'entity'
          ? (read.entity(value.entity)?.slug ?? '?')
          : value.kind === 'text' || value.kind === 'quantity'
            ? value.text
            : value.kind === 'date'
              ? (claim.date ?? '')
              : value.kind;
      return `${read.entity(claim.subject)?.slug}, ${claim.predicate}, ${said}`;
    }),
  );
}
