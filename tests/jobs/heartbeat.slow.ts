import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StartedJob, startJob } from '../../src/jobs/start-job.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { filesIn } from '../support/importing.ts';
import { beginBeats } from '../support/late-beats.ts';
import { aLorebook } from '../support/lorebook.ts';
import { writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';
import { wikiExportXml } from '../support/wiki-export.ts';

/** A tenth of a second is promised, half of that was seen; other machines are slower. */
const MOST_LATE_MS = 200;
/** A machine with other work makes a beat late now and then, too: the best of a few tries is what the job does. */
const TRIES = 3;
const BY = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;

const temp = tempFolders();
let book: Lorebook;
beforeEach(() => {
  book = aLorebook(temp(), writePack(temp(), ARDENT));
});
afterEach(() => book.close());

/** How late the thread that answers was, answering and trying to write all the while. */
async function latest(begin: () => StartedJob<'import'> | StartedJob<'add-claims'>): Promise<number> {
  book.waitForOthers(0);
  const beats = beginBeats(() => {
    const [entity] = book.references.entities('Thing 7');
    if (entity === undefined) return;
    book.read.claimsBySubject(entity.id);
    book.noteAsked(entity.id);
  });
  const done = await begin().done;
  book.waitForOthers(null);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done).toMatchObject({ ok: true });
  return beats.end().latestMs;
}

async function bestOf(begin: (attempt: number) => StartedJob<'import'> | StartedJob<'add-claims'>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && best > MOST_LATE_MS; attempt += 1)
    best = Math.min(best, await latest(() => begin(attempt)));
  return best;
}

const imports = (path: string, isDryRun: boolean) => (attempt: number) =>
  startJob({
    name: 'import',
    path: book.path,
    input: {
      paths: [path],
      title: `Source ${attempt}`,
      encoding: null,
      format: null,
      mapping: null,
      isDryRun,
      isPartial: false,
      by: BY,
      at: 0,
    },
  });

describe('the heartbeat while a job works', () => {
  it.each([false, true])('is on time during a wiki import (dry run: %s)', async (isDryRun) => {
    const paragraph = 'In 940 [[Thing 7]] sailed with [[Thing 9]] to the far harbour, and nobody saw them. '.repeat(8);
    const pages = Array.from({ length: 4_000 }, (_, at) => ({
      title: `Thing ${at}`,
      text: `{{Infobox Character\n| born = ${900 + (at % 90)}\n| home = [[Harbour ${at % 70}]]\n}}\n${paragraph}`,
    }));
    const [path = ''] = filesIn(temp(), { 'wiki.xml': wikiExportXml(pages) });
    expect(await bestOf(imports(path, isDryRun))).toBeLessThan(MOST_LATE_MS);
  });

  it('is on time while a table comes in', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `Thing ${at % 9_000},described_as,word ${at},${at % 900}`);
    const [path = ''] = filesIn(temp(), { 'claims.csv': `subject,predicate,value,date\n${rows.join('\n')}` });
    expect(await bestOf(imports(path, false))).toBeLessThan(MOST_LATE_MS);
  });

  it('is on time where every row has something wrong with it', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `Nobody ${at},member_of,Nothing ${at}`);
    const path = join(temp(), 'claims.csv');
    filesIn(join(path, '..'), { 'claims.csv': `subject,predicate,value\n${rows.join('\n')}` });
    const input = { path, name: 'claims.csv', account: 'Late', encoding: null, draft: null };
    const begin = () =>
      startJob({
        name: 'add-claims',
        path: book.path,
        input: { ...input, canCreate: false, isPartial: false, isDryRun: true, by: BY, at: 0 },
      });
    expect(await bestOf(begin)).toBeLessThan(MOST_LATE_MS);
  });
});
