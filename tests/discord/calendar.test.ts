import { afterEach, describe, expect, it } from 'vitest';
import { addClaims } from '../../src/edit/bulk/add-claims.ts';
import { undo } from '../../src/edit/undo.ts';
import { SUNDERED_COAST } from '../../src/lore/time/examples.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

const by = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
const COAST = 'tests/worlds/sundered-coast';
const bots: TestBot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
});

async function aBot(pack: string | null): Promise<TestBot> {
  const now = Date.parse('2026-05-14T20:00:00Z');
  const bot = await startTestBot(pack, () => now);
  bots.push(bot);
  return bot;
}

function lorebookOf(bot: TestBot): Lorebook {
  return bot.lorebook(bot.alpha.guild.id);
}

async function set(bot: TestBot, options: Parameters<ReturnType<TestBot['alpha']['as']>['type']>[1]): Promise<string> {
  const { id } = await bot.alpha.as('admin').type('/lorebook calendar', options).reply();
  const text = () => textOf(bot.discord.message(id) as Message);
  const end = performance.now() + 5_000;
  while (text() === '' && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  return text();
}

const file = (filename: string, content: unknown) => ({
  file: { filename, bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) },
});

describe('/lorebook calendar', () => {
  it('shows the calendar and what day it is there', async () => {
    const bot = await aBot(COAST);
    const shown = await set(bot, {});
    expect(shown).toContain('10 months of 36 days: Frost, Thaw');
    expect(shown).toContain('Today there: 14 Highsun.');
    expect(shown).toContain('Our calendar never comes to 32 Frost');
    expect(await set(bot, { today: '11 Thaw 303 AS', pace: '1 day a day' })).toContain('Today there: 11 Thaw 303 AS.');
    expect(await set(bot, { today: '+10 days' })).toContain('10 days ahead of ours');
    expect(await set(bot, { today: 'same' })).toContain('same day and month as ours');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('lets an invented world answer and post in its own dates, and a set day move on', async () => {
    const bot = await aBot(COAST);
    const { alpha } = bot;
    await set(bot, { today: '11 Thaw 303 AS' });
    await alpha.as('admin').type('/lorebook schedule', { channel: alpha.channel.id, time: '09:00' }).reply();
    const named = await alpha.as('reader').type('/lore onthisday', { date: '12 Thaw' }).reply();
    expect(textOf(named)).toContain('12 Thaw 302 AS, 1 year ago');
    await new Promise((resolve) => setTimeout(resolve, 30));
    bot.time.aheadMs += 13 * 60 * 60 * 1000;
    await bot.posts.runDue();
    const [post] = bot.discord.messages(alpha.channel.id).filter(({ origin }) => origin === null);
    expect(post && textOf(post)).toContain('12 Thaw 302 AS, 1 year ago');
    expect(post && textOf(post)).toContain('Greywater');
  });

  it('takes another calendar for what is dated already, and gives all of it back when that is undone', async () => {
    const bot = await aBot('mirror-universe');
    const before = lorebookOf(bot);
    const days = () =>
      before.read.claimsBeginning({ from: null, to: null }, 1000).map(({ id, bounds }) => [id, bounds]);
    const findings = () => before.read.findings({ limit: 500 }).map(({ id }) => id);
    const rows = [
      { line: 1, cells: { subject: 'Worf', predicate: 'captured', value: 'Terok Nor', date: '2371-11-15' } },
    ];
    const options = { canCreate: false, isPartial: false, isDryRun: false };
    expect(addClaims({ ...before, by, at: 0 }, 'The log', rows, options).ok).toBe(true);
    const [wereDays, wereFindings] = [days(), findings()];
    const months = Array.from({ length: 12 }, (_, at) => ({ name: `Moon ${'ABCDEFGHIJKL'[at]}`, days: 31 }));
    expect(await set(bot, { calendar: SUNDERED_COAST.name })).toContain('date of this lorebook would be none');
    const twelve = { ...SUNDERED_COAST, slug: 'twelve', name: 'Twelve moons', months };
    expect(await set(bot, file('twelve.json', twelve))).toContain('Calendar: Twelve moons');
    expect(days()).not.toEqual(wereDays);
    const onDay = async (date: string) =>
      textOf(await bot.alpha.as('reader').type('/lore onthisday', { date }).reply());
    expect(await onDay('15 Moon K')).toContain('15 Moon K 2371 AS');
    // Works come out in our own world, whatever the world they tell of counts by.
    expect(await onDay('15 Moon E')).toContain('Not recorded');
    expect(await onDay('15 May')).toContain('15 May 1994, 32 years ago');
    expect(await onDay('16 May')).toContain('No account dates anything to 16 May, and 16 Moon E there');
    const [edit] = before.log.edits({ limit: 1 });
    expect(undo({ ...before, by, at: 1 }, edit?.id ?? 0, false).ok).toBe(true);
    expect(days()).toEqual(wereDays);
    expect(findings()).toEqual(wereFindings);
  });

  it('takes one as a file', async () => {
    const bot = await aBot(null);
    const own = { ...SUNDERED_COAST, slug: 'own', name: 'Own reckoning' };
    expect(await set(bot, file('own.json', own))).toContain('Calendar: Own reckoning');
    expect(lorebookOf(bot).read.profile.calendar).toEqual(own);
  });

  it.each<[string, Parameters<typeof set>[1], string]>([
    ['no months', file('a.json', { ...SUNDERED_COAST, months: [] }), 'a calendar needs at least one month'],
    [
      'a month of 0 days',
      file('a.json', { ...SUNDERED_COAST, months: [{ name: 'Frost', days: 0 }] }),
      'months, number 1, days',
    ],
    ['no JSON', file('a.json', 'months: 12'), 'is not JSON'],
    ['an unknown one', { calendar: 'Stardates' }, 'No calendar here is called “Stardates”'],
    ['dates that would be lost', { calendar: 'Gregorian calendar' }, 'would be none in that calendar, such as'],
    ['a today that is none', { today: 'soon' }, '“soon” is no today'],
    ['a day of an era that is not declared', { today: '12 Thaw 302 XY' }, 'is no today'],
    ['a pace that is none', { today: '12 Thaw 302 AS', pace: 'fast' }, '“fast” is no pace'],
    ['a pace alone', { pace: '7' }, 'A pace belongs to a day'],
  ])('refuses %s, and changes nothing', async (_what, options, sentence) => {
    const bot = await aBot(COAST);
    const before = lorebookOf(bot).read.profile;
    const said = await set(bot, options);
    expect(said).toContain(sentence);
    expect(said).toContain('Nothing was changed.');
    expect(lorebookOf(bot).read.profile).toEqual(before);
  });
});
