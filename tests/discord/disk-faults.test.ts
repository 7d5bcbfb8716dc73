import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import type { TestServer } from '../support/discord.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.stop());

function lorebookOf(server: TestServer): Lorebook {
  return bot.lorebook(server.guild.id);
}

const claims = ({ database }: Lorebook): number =>
  database.get<{ n: number }>('SELECT COUNT(*) AS n FROM claim')?.n ?? 0;

/** What a keeper is told who adds a fact and saves it: the refusal, or that it was saved. */
async function adding(server: TestServer, note: string): Promise<string> {
  const keeper = server.as('keeper');
  const preview = await keeper
    .type('/fact add', { subject: 'Worf', predicate: 'described_as', value: note, statement: note })
    .reply();
  if (!/Save/.test(JSON.stringify(preview.components))) return textOf(preview);
  return textOf(await keeper.click(preview, 'Save').reply());
}

async function answers(server: TestServer): Promise<string> {
  return textOf(await server.as('reader').type('/lore entry', { name: 'Worf' }).reply());
}

describe('a disk that is full', () => {
  it('refuses edits aloud and loses none, while answers and other servers go on', async () => {
    const lorebook = lorebookOf(bot.alpha);
    const pages = lorebook.database.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    lorebook.database.get(`PRAGMA max_page_count = ${pages + 2}`);
    const saved: string[] = [];
    let refusal = '';
    for (let n = 0; refusal === '' && n < 30; n += 1) {
      const note = `${'as long as a page '.repeat(60)}${n}`;
      const said = await adding(bot.alpha, note);
      if (/disk is full/.test(said)) refusal = said;
      else saved.push(note);
    }
    expect(refusal).toMatch(/^Nothing was saved, as the disk is full: tell the host .* reference [0-9A-F]{8}\.$/);
    expect(await answers(bot.alpha)).toContain('Regent');
    expect((await bot.alpha.as('reader').autocomplete('/lore entry', { name: 'wo' }, 'name')).length).toBeGreaterThan(
      0,
    );
    const before = claims(lorebookOf(bot.beta));
    expect(await adding(bot.beta, 'elsewhere')).not.toMatch(/disk/);
    expect(claims(lorebookOf(bot.beta))).toBe(before + 1);
    expect(lorebook.log.brokenLink()).toBeNull();
    expect(lorebook.database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    const kept = lorebook.database.all<{ text: string }>('SELECT statement AS text FROM claim').map(({ text }) => text);
    expect(saved.filter((note) => !kept.includes(note))).toEqual([]);
    lorebook.database.get('PRAGMA max_page_count = 1000000');
    expect(await adding(bot.alpha, 'room again')).not.toMatch(/disk/);
    expect(bot.discord.refusals()).toEqual([]);
  });
});

describe('a lorebook that cannot be written', () => {
  it('says so for edits, and answers', async () => {
    const lorebook = lorebookOf(bot.alpha);
    const before = claims(lorebook);
    lorebook.database.run('PRAGMA query_only = 1');
    expect(await adding(bot.alpha, 'unwritable')).toMatch(/^Nothing was saved, as the bot may not write there: tell/);
    expect(await answers(bot.alpha)).toContain('Regent');
    lorebook.database.run('PRAGMA query_only = 0');
    expect(claims(lorebook)).toBe(before);
    expect(await adding(bot.alpha, 'writable')).not.toMatch(/Nothing/);
  });
});

describe('a lorebook that something else writes', () => {
  it('is said to be busy at once, and answers meanwhile', async () => {
    const lorebook = lorebookOf(bot.alpha);
    const { default: BetterSqlite3 } = await import('better-sqlite3');
    const other = new BetterSqlite3(lorebook.path);
    other.exec('BEGIN IMMEDIATE');
    const began = performance.now();
    expect(await adding(bot.alpha, 'meanwhile')).toMatch(/is being written by a longer work.*try again/);
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(await answers(bot.alpha)).toContain('Regent');
    other.exec('COMMIT');
    other.close();
    expect(await adding(bot.alpha, 'afterwards')).not.toMatch(/longer work/);
  });
});

describe('a file that is damaged', () => {
  it('is said to be damaged, wherever it is reached, and other servers do not notice', async () => {
    const { path, database } = lorebookOf(bot.alpha);
    database.get('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = openSync(path, 'r+');
    const { size } = fstatSync(file);
    for (let at = 8192; at < size; at += 4096) writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, at);
    closeSync(file);
    expect(await adding(bot.alpha, 'into the void')).toMatch(/damaged/);
    expect(await answers(bot.alpha)).toMatch(/damaged|Worf/);
    expect(await answers(bot.beta)).toContain('Regent');
    expect(await adding(bot.beta, 'unharmed')).not.toMatch(/damaged/);
  });
});
