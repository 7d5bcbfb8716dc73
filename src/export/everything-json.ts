import { claimJson } from '../documents/claim-json.ts';
import { findingJson } from '../documents/finding-words.ts';
import { voiceOf } from '../documents/voice.ts';
import type { SavedPack } from '../pack/write-folder.ts';
import type { ExportSource } from './export-source.ts';

const ALL = Number.MAX_SAFE_INTEGER;
const AT_ONCE = 1000;

/**
 * One JSON document of all there is: what a pack holds, each claim also with its number and words, what was found
 * between them, what waits for review, and the log of edits. Told in pieces, so that a large one need not be held whole.
 */
export function* everythingJson(source: ExportSource, pack: SavedPack): Generator<string> {
  const { read } = source;
  const voice = voiceOf(read);
  const { head, entities, works, conflicts, rulings, passages = [] } = pack;
  const { $schema: _, ...profile } = head;
  yield `{"format":"concordance","version":1,"lorebook":${JSON.stringify(profile)}`;
  yield* rows('entities', entities);
  yield* rows('works', works);
  yield* rows('claims', claims());
  yield* rows(
    'passages',
    passages.flatMap(({ account, rows: all }) => all.map((row) => ({ account, ...row }))),
  );
  yield* rows('findings', found());
  yield* rows('filed_conflicts', conflicts);
  yield* rows('rulings', rulings);
  yield* rows('suggestions', waiting());
  yield* rows('edits', source.log.edits({ limit: ALL }));
  yield '}\n';

  function* claims(): Generator<object> {
    for (const account of read.accounts) {
      const saved = pack.claims.find((one) => one.account === account.slug)?.rows ?? [];
      for (const [at, claim] of read.claimsByAccount(account.id, ALL).entries()) {
        yield { ...claimJson(claim, voice), row: saved[at] ?? null };
      }
    }
  }
  function* found(): Generator<object> {
    for (const finding of read.findings({ limit: ALL })) yield findingJson(finding, voice);
  }
  function* waiting(): Generator<object> {
    for (let offset = 0; ; offset += AT_ONCE) {
      const some = source.suggestions.waiting({ limit: AT_ONCE, offset });
      yield* some;
      if (some.length < AT_ONCE) return;
    }
  }
}

function* rows(name: string, all: Iterable<object>): Generator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let isFirst = true;
  for (const row of all) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
    isFirst = false;
  }
  yield ']';
}
