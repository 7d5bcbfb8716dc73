import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { standingRows } from '../../edit/history/standing-rows.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

const entity = (slug: string) => lorebook().read.entityBySlug(slug);

async function undoLast(): Promise<void> {
  const keeper = bot.alpha.as('keeper');
  const id = lorebook().log.edits({ limit: 1 })[0]?.id;
  const preview = await keeper.type('/fact undo', { edit: String(id) }).reply();
  await keeper.click(preview, 'Undo').reply();
}

describe('/fact merge', () => {
  it('shows what it comes to, keeps every fact, and is undone whole', async () => {
    const before = standingRows(lorebook());
    const keeper = bot.alpha.as('keeper');
    const preview = await keeper.type('/fact merge', { from: 'Gorkon', into: 'Martok' }).reply();
    expect(textOf(preview)).toMatch(/\d+ facts? about Gorkon would be about Martok/);
    expect(textOf(preview)).toMatch(/would (open|close)|No conflict/);
    expect(standingRows(lorebook())).toEqual(before);
    const claims = lorebook().read.counts().claims;
    const presses = [keeper.click(preview, 'Save'), keeper.click(preview, 'Save')];
    const texts = await Promise.all(presses.map(async (press) => textOf(await press.reply())));
    expect(texts.filter((text) => text.includes('Saved: two entries merged'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('saved already'))).toHaveLength(1);
    expect(lorebook().read.counts().claims).toBe(claims);
    expect(lorebook().read.find('Gorkon', { purpose: 'resolve', limit: 1 }).hits[0]?.entity.name).toBe('Martok');
    await undoLast();
    expect(standingRows(lorebook())).toEqual(before);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each([
    ['scribe', { from: 'Gorkon', into: 'Martok' }, 'Only a keeper'],
    ['keeper', { from: 'Gorkon', into: 'Gorkon' }, 'one entry already'],
    ['keeper', { from: 'Gorkon', into: 'mirror universe' }, 'is a timeline'],
    ['keeper', { from: 'Nobody At All', into: 'Gorkon' }, 'Nobody At All'],
  ] as const)('by a %s of %o is refused: %s', async (person, options, expected) => {
    expect(textOf(await bot.alpha.as(person).type('/fact merge', options).reply())).toContain(expected);
  });

  it('only warns where the kinds differ', async () => {
    const reply = await bot.alpha.as('keeper').type('/fact merge', { from: 'Gorkon', into: 'Spectre' }).reply();
    expect(textOf(reply)).toContain('are they really the same');
    expect(buttonsOf(reply)).toContain('Save');
  });
});

describe('/fact split', () => {
  it('asks which facts are about the other, and is undone whole', async () => {
    const before = standingRows(lorebook());
    const worf = entity('worf');
    if (worf === undefined) throw new Error('no Worf');
    const claims = lorebook().read.claimsBySubject(worf.id);
    const keeper = bot.alpha.as('keeper');
    const list = await keeper.type('/fact split', { name: 'Worf', as: 'Worf the Elder' }).reply();
    const chosen = claims.slice(0, 2).map(({ id }) => String(id));
    const preview = await keeper.select(list, 'Facts about the other one', chosen).reply();
    expect(textOf(preview)).toContain('2 facts about Worf would be about another Worf the Elder');
    await keeper.click(preview, 'Save').reply();
    const elder = entity('worf-the-elder');
    expect(elder === undefined ? 0 : lorebook().read.claimsBySubject(elder.id).length).toBe(2);
    await undoLast();
    expect(standingRows(lorebook())).toEqual(before);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('takes all that an account tells, under the same name', async () => {
    const keeper = bot.alpha.as('keeper');
    const preview = await keeper.type('/fact split', { name: 'Worf', account: 'rebel-side-telling' }).reply();
    expect(textOf(preview)).toMatch(/facts? about Worf would be about another Worf; \d+ stay/);
  });

  it.each([
    ['reader', { name: 'Worf' }, 'Only a keeper'],
    ['keeper', { name: 'Worf', claims: '1, x' }, 'no list of numbers'],
    ['keeper', { name: 'Worf', claims: '999999' }, 'speak of Worf'],
    ['keeper', { name: 'Worf', account: 'nobody' }, 'No account'],
    ['keeper', { name: 'Worf', continuity: 'nowhere' }, 'not a timeline'],
  ] as const)('by a %s of %o is refused: %s', async (person, options, expected) => {
    expect(textOf(await bot.alpha.as(person).type('/fact split', options).reply())).toContain(expected);
  });
});
