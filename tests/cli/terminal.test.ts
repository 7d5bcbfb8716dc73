import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ARDENT } from '../support/ardent-pack.ts';
import { writePack } from '../support/packs.ts';
import { PROJECT } from '../support/sources.ts';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const temp = tempFolders();
let book: string;
beforeAll(async () => {
  book = join(temp(), 'starter.db');
  expect((await terminal(['pack', 'load', 'mirror-universe', '--lorebook', book])).exit).toBe(0);
});

const lore = (...argv: string[]) => terminal([...argv, '--lorebook', book]);
async function json(...argv: string[]) {
  const { exit, out, error } = await lore(...argv, '--json');
  expect(out.trimEnd()).not.toContain('\n');
  return { exit, error, document: JSON.parse(out) as Record<string, unknown> & { items: Record<string, unknown>[] } };
}

const CLAIM_FIELDS = [
  'id',
  'account',
  'works',
  'subject',
  'predicate',
  'value',
  'value_kind',
  'date',
  'continuity',
  'modality',
  'statement',
];

describe('the JSON documents', () => {
  it('of an entry', async () => {
    const { exit, document } = await json('entry', 'Worf');
    expect(exit).toBe(0);
    expect(document).toMatchObject({ status: 'answered', entity: 'worf', name: 'Worf', kind: 'person', readings: [] });
    for (const field of ['aliases', 'counterparts', 'claims', 'conflicts'])
      expect(document[field]).toBeInstanceOf(Array);
    expect(document.tookMs).toBeTypeOf('number');
    const [claim = {}] = document.claims as Record<string, unknown>[];
    expect(Object.keys(claim)).toEqual(expect.arrayContaining(CLAIM_FIELDS));
  });

  it('of a day: what was released on it, and what that is the source of', async () => {
    const { exit, document } = await json('onthisday', '--date', '1994-05-15');
    expect(exit).toBe(0);
    expect(document).toMatchObject({ status: 'answered', conflicts: [] });
    expect(document.items).toMatchObject([
      { kind: 'release', entity: 'crossover', date: '1994-05-15', contested: false },
    ]);
    const [item] = document.items as { claims: unknown[]; tells: { works: string[] }[] }[];
    expect(item?.claims).toHaveLength(1);
    expect(item?.tells.every(({ works }) => works.includes('Crossover'))).toBe(true);
    expect(await json('onthisday', '--date', '1994-05-16')).toMatchObject({ exit: 1, document: { items: [] } });
    expect((await lore('onthisday', '--date', 'soon')).exit).toBe(2);
  });

  it('of an entry with namesakes: ambiguous, and still exit 0', async () => {
    const { exit, document } = await json('entry', 'Kira Nerys');
    expect(exit).toBe(0);
    expect(document).toMatchObject({
      status: 'ambiguous',
      entity: null,
      name: 'Kira Nerys',
      claims: [],
      conflicts: [],
    });
    expect(document.readings).toEqual([
      expect.objectContaining({ entity: 'kira-nerys~mirror', name: 'Kira Nerys' }),
      expect.objectContaining({ entity: 'kira-nerys~prime', name: 'Kira Nerys' }),
    ]);
  });

  it('of an entry that is not recorded: printed all the same, exit 1', async () => {
    const { exit, document, error } = await json('entry', 'Zzyzx');
    expect(exit).toBe(1);
    expect(error).toBe('');
    expect(document).toMatchObject({ status: 'not-recorded', entity: null, kind: null, claims: [], readings: [] });
  });

  it('of the regents: Gorkon, the gap, Worf, Martok, each with account and works', async () => {
    const { exit, document } = await json('regents');
    expect(exit).toBe(0);
    expect(document.items.map(({ gap, name }) => (gap === true ? 'gap' : name))).toEqual([
      'Gorkon',
      'gap',
      'Worf',
      'Martok',
    ]);
    expect(document.items[1]).toMatchObject({ from: '2295', until: '2372' });
    expect(document.items[2]).toMatchObject({ asOf: '2372', until: '2375' });
    expect(document.items[3]).toMatchObject({ from: '2375' });
    for (const item of document.items.filter(({ gap }) => gap !== true)) {
      const claims = item.claims as { account: string; works: string[] }[];
      expect(claims.every(({ account }) => account !== '')).toBe(true);
      expect(claims.some(({ works }) => works.length > 0)).toBe(true);
    }
    expect(document.conflicts).toBeInstanceOf(Array);
  });

  it.each([
    [['members', 'Klingon-Cardassian Alliance'], 0],
    [['members', 'Klingon-Cardassian Alliance', '--year', '2372'], 0],
    [['regents', '--year', '2340'], 1],
    [['battles', '--from', '2372', '--to', '2372'], 0],
    [['battles', '--from', '1000', '--to', '1001'], 1],
    [['sources'], 0],
    [['sources', 'Spectre'], 0],
    [['sources', 'Zzyzx'], 1],
    [['random'], 0],
  ] as const)('of a list: %j', async (argv, exit) => {
    const printed = await json(...argv);
    expect(printed.exit).toBe(exit);
    expect(printed.document.items).toBeInstanceOf(Array);
    expect(printed.document.conflicts).toBeInstanceOf(Array);
    expect(printed.document.tookMs).toBeTypeOf('number');
    expect(printed.document.items.length > 0).toBe(exit === 0);
  });

  it('of a search: names best first, and statements', async () => {
    const { document } = await json('search', 'Terok Nor');
    expect(document.items[0]).toMatchObject({
      entity: 'terok-nor',
      name: 'Terok Nor',
      kind: 'place',
      matched: 'Terok Nor',
      score: 1,
    });
    const scores = document.items.map(({ score }) => Number(score));
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    const [claim = {}] = document.claims as Record<string, unknown>[];
    expect(Object.keys(claim)).toEqual(expect.arrayContaining(CLAIM_FIELDS));
    expect((await json('search', 'zzyzxq')).exit).toBe(1);
  });
});

describe('wrong use', () => {
  it.each([
    [['fly']],
    [['entry']],
    [['entry', ' ']],
    [['entry', 'Worf', 'Martok']],
    [['entry', 'Worf', '--colour', 'red']],
    [['members', 'Alliance', '--year']],
    [['members', 'Alliance', '--year', 'soon']],
    [['battles', '--from', '2375', '--to', 'never']],
    [['entry', 'x'.repeat(6000)]],
    [['search', 'x'.repeat(6000)]],
    [['regents', '--year', '1'.repeat(6000)]],
    [['add']],
    [['add', '--file', 'x.csv']],
    [['add', '--file', '/nowhere/x.csv', '--account', 'A']],
    [['pack']],
    [['pack', 'mend', 'x']],
    [['pack', 'check', '/nowhere']],
    [['pack', 'save', PROJECT]],
    [['pack', 'load', 'mirror-universe']],
    [['backup']],
    [['backup', '/nowhere/deep/copy.db']],
  ])('is one sentence on standard error and exit 2: %j', async (argv) => {
    for (const flags of [[], ['--json']]) {
      const { exit, out, error } = await lore(...argv, ...flags);
      expect(exit).toBe(2);
      expect(error).toMatch(/^[^\n]+[.…\])]*\n$/);
      expect(error.length).toBeLessThan(1500);
      if (flags.length > 0 && out !== '') JSON.parse(out);
    }
  });

  it('of --lorebook, and a faulty environment, too', async () => {
    expect(await terminal(['random', '--lorebook'])).toMatchObject({ exit: 2, out: '' });
    const env = { PLAYGROUND_PORT: 'x', LOG_LEVEL: 'y' };
    expect(await terminal(['random', '--lorebook', book], env)).toMatchObject({
      exit: 2,
      error: expect.stringMatching(/PLAYGROUND_PORT.+LOG_LEVEL/),
    });
  });

  it('of a lorebook that is none', async () => {
    const path = join(temp(), 'diary.db');
    writeFileSync(path, 'Dear diary');
    expect(await terminal(['random', '--lorebook', path])).toMatchObject({
      exit: 2,
      out: '',
      error: expect.stringContaining('is not a lorebook'),
    });
    expect(readFileSync(path, 'utf8')).toBe('Dear diary');
  });

  it('of a lorebook in which a look-up meets damage is said to be damage', async () => {
    const path = join(temp(), 'damaged.db');
    expect((await terminal(['backup', path, '--lorebook', book])).exit).toBe(0);
    const whole = readFileSync(path);
    whole.fill(0x5a, 4096 * 2, whole.length);
    writeFileSync(path, whole);
    const { exit, error } = await terminal(['entry', 'Worf', '--lorebook', path]);
    expect([2, 3]).toContain(exit);
    expect(error).toMatch(/^[^\n]+\n$/);
  });
});

describe('a lorebook that is not there', () => {
  it('is made from STARTER_PACK: its name, a path, or none', async () => {
    const folder = temp();
    const made = await terminal(['entry', 'Worf'], { LOREBOOK_DIR: join(folder, 'deep') });
    expect(made.exit).toBe(0);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['playground.db']);
    const ardent = { STARTER_PACK: writePack(temp(), ARDENT), LOREBOOK_DIR: join(folder, 'a') };
    expect((await terminal(['entry', 'Wardens'], ardent)).exit).toBe(0);
    const none = { STARTER_PACK: 'none', LOREBOOK_DIR: join(folder, 'n') };
    expect(await terminal(['random'], none)).toMatchObject({ exit: 1, error: '' });
  });

  it('is not left half-made where the pack has a fault or is unknown', async () => {
    for (const STARTER_PACK of ['no-such-pack', writePack(temp(), { head: { name: 'x' } })]) {
      const LOREBOOK_DIR = temp();
      expect(await terminal(['random'], { STARTER_PACK, LOREBOOK_DIR })).toMatchObject({
        exit: 2,
        error: expect.stringMatching(/cannot be loaded: .+\.\n$/),
      });
      expect(readdirSync(LOREBOOK_DIR)).toEqual([]);
    }
  });
});

describe('the prompt', () => {
  const LINES = [
    '/lore entry name:Worf',
    '',
    'hello',
    '/lore fly',
    '/lore entry',
    '/lore regents year:2340',
    '/lore regents year:soon',
  ];

  it('prints one JSON document for each line, in order', async () => {
    const { exit, out, error } = await terminal(['--json', '--lorebook', book], {}, `${LINES.join('\n')}\n`);
    expect(exit).toBe(0);
    expect(error).toBe('');
    const documents = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(documents).toHaveLength(LINES.length);
    expect(documents.map((one) => one.status ?? 'error')).toEqual([
      'answered',
      'error',
      'error',
      'error',
      'error',
      'not-recorded',
      'error',
    ]);
    for (const document of documents.filter((one) => one.status === undefined)) {
      expect(document).toEqual({
        error: { code: expect.any(String), message: expect.any(String) },
        tookMs: expect.any(Number),
      });
    }
  });

  it('answers in words without --json, and takes lines that end in CR LF', async () => {
    const { out } = await terminal(['--lorebook', book], {}, '/lore entry name:Kira Nerys\r\n/lore regents\r\n');
    expect(out).toContain('Two people are called Kira Nerys');
    expect(out).toMatch(/mirror universe/i);
    expect(out).toContain('not recorded');
  });

  it.each([
    ['/lore members of:the alliance year:2372', { of: 'klingon-cardassian-alliance' }],
    ['/lore members year:2372 of:the alliance', { of: 'klingon-cardassian-alliance' }],
    ['  /lore   members   of: the alliance ', { of: 'klingon-cardassian-alliance' }],
    ['/lore members of:the alliance private:true', { of: 'klingon-cardassian-alliance' }],
  ])('reads %s', async (line, expected) => {
    const { out } = await terminal(['--json', '--lorebook', book], {}, line);
    expect(JSON.parse(out)).toMatchObject(expected);
  });

  it('lets a value hold the name of its own option: only another one ends it', async () => {
    const { out } = await terminal(['--json', '--lorebook', book], {}, '/lore search text:the text: Terok Nor');
    expect(JSON.parse(out)).not.toHaveProperty('error');
  });
});

describe('npm run lore', () => {
  const run = (argv: readonly string[]): Promise<{ code: number; out: string; error: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['src/launch.mjs', 'lore', ...argv], { cwd: PROJECT }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, error: err }),
      );
    });

  it('exits with what the verb came to', async () => {
    const [found, missing, wrong] = await Promise.all([
      run(['regents', '--json', '--lorebook', book]),
      run(['entry', 'Zzyzx', '--lorebook', book]),
      run(['fly', '--lorebook', book]),
    ]);
    expect([found?.code, missing?.code, wrong?.code]).toEqual([0, 1, 2]);
    expect(JSON.parse(found?.out ?? '')).toHaveProperty('items');
    expect(missing?.out).toContain('Not recorded');
    expect(wrong).toMatchObject({ out: '', error: expect.stringMatching(/^There is no verb “fly”: .+\.\n$/) });
    expect(existsSync(join(PROJECT, 'lorebooks', 'starter.db'))).toBe(false);
  });

  it.each(['--help', '-h', 'help'])('says under %s what can be typed', async (word) => {
    const { code, out } = await run([word]);
    expect(code).toBe(0);
    for (const line of ['lore ask QUESTION', 'lore import FILE', '--lorebook FILE']) expect(out).toContain(line);
  });
});
