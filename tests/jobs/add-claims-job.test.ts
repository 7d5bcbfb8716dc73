import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { type AddClaimsInput, type AddClaimsOutcome, addClaimsJob } from '../../src/jobs/add-claims-job.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { importProblemText } from '../../src/messages/en/import.ts';
import { filesIn } from '../support/importing.ts';
import { aLorebook, TESTER, THEN } from '../support/lorebook.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
let book: Lorebook;
beforeAll(() => {
  book = aLorebook(temp(), packFolder('mirror-universe'));
});
afterAll(() => book.close());

const HEADER = 'subject,predicate,value,statement';
const GOOD = 'Worf,status,well,"Worf, it is said, is well."';

function rehearsed(bytes: string | Uint8Array, overrides: Partial<AddClaimsInput> = {}): AddClaimsOutcome {
  const [path = ''] = filesIn(temp(), { file: bytes });
  const by = { actor: TESTER, level: 'admin', isOwnOnly: false } as const;
  const options = { canCreate: false, isPartial: false, isDryRun: true, encoding: null, draft: null };
  const input = { path, name: 'facts.csv', account: 'The letters', ...options, by, at: THEN, ...overrides };
  return addClaimsJob(book, input, () => {});
}

/** "taken of rows", or the sentence that says why nothing can be read. */
function said(outcome: AddClaimsOutcome): string {
  if (outcome.kind === 'added') return `${outcome.taken} of ${outcome.rows}`;
  return outcome.kind === 'unreadable' ? importProblemText(outcome.problem) : outcome.kind;
}

const cp1252 = new Uint8Array([...Buffer.from(`${HEADER}\nWorf,status,caf`), 0xe9, ...Buffer.from(',\n')]);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const row = (value: string) => `{"subject":"Worf","predicate":"status","value":"${value}"}`;

describe('a file of facts in bulk', () => {
  it.each([
    ['line breaks of CR alone', [HEADER, GOOD, GOOD].join('\r'), /^2 of 2$/],
    ['a byte order mark', `\uFEFF${HEADER}\n${GOOD}`, /^1 of 1$/],
    ['a line break in quotes', `${HEADER}\nWorf,status,"well\nand hale",\n${GOOD}`, /^2 of 2$/],
    ['JSON Lines', [row('well'), row('ill'), ''].join('\n'), /^2 of 2$/],
    ['JSON Lines with CR alone', [row('well'), row('ill'), ''].join('\r'), /^2 of 2$/],
    ['JSON Lines with a byte order mark', `\uFEFF${row('well')}`, /^1 of 1$/],
    ['a JSON array', `[${row('well')}]`, /^1 of 1$/],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}\n${GOOD}`, 'utf16le'), /^1 of 1$/],
    ['another encoding', cp1252, /^facts.csv is not UTF-8.*windows-1252/],
    ['wrong columns', 'who,what,how\nWorf,status,well', /^facts.csv has none of the columns/],
    ['one column that is not known', 'subject,predicate,value,colour\nWorf,status,well,red', /column “colour”/],
    ['a column twice', 'subject,predicate,value,value\nWorf,status,well,red', /twice/],
    ['a picture', png, /^facts.csv holds no lore: it is a picture/],
    ['a web page', '<!doctype html><html><body>subject,predicate</body></html>', /none of the columns/],
    ['nothing', '', /^facts.csv is empty/],
    ['a header alone', HEADER, /^0 of 0$/],
    ['a quotation mark that is never closed', `${HEADER}\n${GOOD}\nWorf,status,"well,`, /^1 of 2$/],
    ['a cell too few', `${HEADER}\n${GOOD}\nWorf,status`, /^1 of 2$/],
    ['a value beyond the limit', `${HEADER}\nWorf,status,${'x'.repeat(50_000)},`, /^0 of 1$/],
    ['Markdown, pings and a formula', `${HEADER}\nWorf,status,=cmd|' /C calc'!A0,**@everyone** <@1>`, /^1 of 1$/],
  ])('is read or refused in words: %s', (_, bytes, expected) => {
    expect(said(rehearsed(bytes))).toMatch(expected);
  });

  it('is read as another encoding on a word', () => {
    expect(said(rehearsed(cp1252, { encoding: 'windows-1252' }))).toBe('1 of 1');
  });

  it('hands out the reasons as CSV in which no formula runs', () => {
    const outcome = rehearsed(`${HEADER}\n=cmd|calc,status,well,\nWorf,=1+1,well,`);
    if (outcome.kind !== 'added' || outcome.reasons === null) throw new Error('no reasons');
    const lines = new TextDecoder().decode(outcome.reasons).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('line,reason');
    for (const line of lines.slice(1)) expect(line).toMatch(/^\d+,"?[^=+@-]/);
  });

  it('keeps every reason of a hundred thousand rows, shows few, and says how far it is', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Nobody ${n},status,well,`);
    const told: number[] = [];
    const [path = ''] = filesIn(temp(), { 'many.csv': `${HEADER}\n${rows.join('\n')}` });
    const by = { actor: TESTER, level: 'admin', isOwnOnly: false } as const;
    const options = { canCreate: false, isPartial: false, isDryRun: true, encoding: null, draft: null };
    const input = { path, name: 'many.csv', account: 'The letters', ...options, by, at: THEN };
    const outcome = addClaimsJob(book, input, (done) => told.push(done));
    if (outcome.kind !== 'added') throw new Error(outcome.kind);
    expect([outcome.rows, outcome.taken, outcome.faultCount]).toEqual([100_000, 0, 100_000]);
    expect(outcome.faults.length).toBeLessThan(50);
    expect(new TextDecoder().decode(outcome.reasons ?? new Uint8Array()).split('\r\n')).toHaveLength(100_002);
    expect(told.at(-1)).toBe(100_000);
  });

  it('leaves nothing behind after a rehearsal, and one edit after the real thing', () => {
    const before = book.read.counts();
    const edits = book.log.edits({ limit: 1 })[0]?.id ?? 0;
    rehearsed(`${HEADER}\n${GOOD}`);
    expect(book.read.counts()).toEqual(before);
    expect(book.log.edits({ limit: 1 })[0]?.id ?? 0).toBe(edits);
    const done = rehearsed(`${HEADER}\n${GOOD}`, { isDryRun: false });
    expect(done).toMatchObject({ kind: 'added', isWritten: true, edit: edits + 1 });
    expect(book.read.counts().claims).toBe(before.claims + 1);
  });
});
