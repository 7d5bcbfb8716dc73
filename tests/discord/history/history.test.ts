import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addClaims } from '../../../src/edit/bulk/add-claims.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

const newest = () => lorebook().log.edits({ limit: 1 })[0]?.id ?? 0;
const claims = (): number => lorebook().read.counts().claims;

async function added(value: string, person: 'scribe' | 'keeper' = 'scribe'): Promise<number> {
  const actor = bot.alpha.as(person);
  const preview = await actor.type('/fact add', { subject: 'Worf', predicate: 'described_as', value }).reply();
  await actor.click(preview, 'Save').reply();
  return newest();
}

describe('/fact history', () => {
  it('is for scribes: a reader is told who may', async () => {
    expect(textOf(await bot.alpha.as('reader').type('/fact history').reply())).toMatch(/Only a scribe.*Scribe/);
  });

  it('says who, when, what, before and after, on pages that turn', async () => {
    for (const value of ['grim', 'wary', 'stern', 'tall', 'proud', 'loyal']) await added(value);
    const keeper = bot.alpha.as('keeper');
    const first = await keeper.type('/fact history').reply();
    expect(textOf(first)).toContain('scribe added a fact');
    expect(textOf(first)).toContain('described as “loyal”');
    expect(textOf(first)).toMatch(/page 1 of \d/);
    await keeper.click(first, 'Older edits').ack();
    const second = keeper.messages().find(({ id }) => id === first.id);
    expect(second === undefined ? '' : textOf(second)).toContain('page 2 of');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('narrows by entry, by person and by time', async () => {
    const keeper = bot.alpha.as('keeper');
    expect(textOf(await keeper.type('/fact history', { about: 'Worf' }).reply())).toContain('History of Worf');
    expect(textOf(await keeper.type('/fact history', { by: 'keeper' }).reply())).toMatch(
      /Nobody called|Nobody changed/,
    );
    expect(textOf(await keeper.type('/fact history', { by: 'scribe', since: '1d' }).reply())).toContain('described as');
    expect(textOf(await keeper.type('/fact history', { since: '2999-01-01' }).reply())).toContain('Nobody changed');
    expect(textOf(await keeper.type('/fact history', { since: 'lately' }).reply())).toContain('is not a date');
  });

  it('comes as a table whose formulas are inert', async () => {
    await added('=1+1');
    const reply = await bot.alpha.as('keeper').type('/fact history', { file: true }).reply();
    const file = reply.attachments[0];
    expect(file?.filename).toBe('history.csv');
  });
});

describe('/fact undo', () => {
  it('shows what would go, and does it once', async () => {
    const edit = await added('brave');
    const before = claims();
    const scribe = bot.alpha.as('scribe');
    const preview = await scribe.type('/fact undo', { edit: String(edit) }).reply();
    expect(textOf(preview)).toContain(`Undo edit ${edit}?`);
    expect(textOf(preview)).toContain('described as “brave”');
    expect(claims()).toBe(before);
    const texts = await Promise.all(
      [scribe.click(preview, 'Undo'), scribe.click(preview, 'Undo')].map(async (press) => textOf(await press.reply())),
    );
    expect(claims()).toBe(before - 1);
    expect(texts.filter((text) => text.includes('undone already'))).toHaveLength(1);
  });

  it('takes what was built on it too, or nothing, and shows first what was added since', async () => {
    const edit = await added('silent');
    const claim = lorebook()
      .log.changes(edit as never)
      .find(({ kind }) => kind === 'claim')?.first;
    const keeper = bot.alpha.as('keeper');
    const preview = await keeper.type('/fact undo', { edit: String(edit) }).reply();
    const cite = await keeper.type('/fact cite', { claim: String(claim), work: 'Spectre' }).reply();
    await keeper.click(cite, 'Save').reply();
    const again = await keeper.click(preview, 'Undo').reply();
    expect(textOf(again)).toContain('One edit was built on it since');
    const done = await keeper.click(again, 'Undo all 2').reply();
    expect(textOf(done)).toContain('Undone: edits');
    expect(buttonsOf(done)).toContain('Undo');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('is refused for what others did, but not to keepers, and checks again on the press', async () => {
    const edit = await added('old', 'keeper');
    const scribe = bot.alpha.as('scribe');
    expect(textOf(await scribe.type('/fact undo', { edit: String(edit) }).reply())).toContain('keeper');
    const preview = await bot.alpha
      .as('keeper')
      .type('/fact undo', { edit: String(edit) })
      .reply();
    const before = claims();
    const { guild, members, roles } = bot.alpha;
    bot.discord.setMemberRoles(guild.id, members.keeper.user.id, []);
    const pressed = await bot.alpha.as('keeper').click(preview, 'Undo').reply();
    bot.discord.setMemberRoles(guild.id, members.keeper.user.id, [roles.keeper.id]);
    expect(textOf(pressed)).toContain('Only a scribe');
    expect(claims()).toBe(before);
    expect(textOf(await scribe.type('/fact undo', { edit: '99999' }).reply())).toContain('no edit 99999');
    expect(textOf(await scribe.type('/fact undo', { edit: 'x' }).reply())).toContain('not the number');
  });
});

describe('an edit of many rows', () => {
  it('is undone in a thread of its own', async () => {
    const book = lorebook();
    const by = { actor: { ref: 'test', name: 'Test' }, level: 'keeper', isOwnOnly: false } as const;
    const rows = Array.from({ length: 1_200 }, (_, line) => ({
      line,
      cells: { subject: 'Worf', predicate: 'described_as', value: `word ${line}` },
    }));
    const options = { canCreate: true, isPartial: false, isDryRun: false };
    addClaims({ ...book, by, at: 1 }, 'A long list', rows, options);
    const before = claims();
    const keeper = bot.alpha.as('keeper');
    const preview = await keeper.type('/fact undo', { edit: String(newest()) }).reply();
    expect(textOf(preview)).toContain('1,200 facts');
    await keeper.click(preview, 'Undo').reply();
    await vi.waitFor(() => expect(claims()).toBe(before - 1_200), { timeout: 15_000 });
    expect(bot.discord.refusals()).toEqual([]);
  });
});
