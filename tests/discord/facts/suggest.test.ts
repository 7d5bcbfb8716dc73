import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../src/edit/change-settings.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Channel } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
let review: Channel;
beforeAll(async () => {
  bot = await startTestBot();
  review = bot.discord.createChannel(bot.alpha.guild.id, { name: 'review' });
  const by = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
  const target = { ...lorebook(), by, at: 0 };
  changeSettings(target, lorebook().settings(), { review_channel: review.id });
});
afterAll(() => bot.stop());

function lorebook(guild = bot.alpha.guild.id) {
  return bot.lorebook(guild);
}

const claims = (): number => lorebook().read.counts().claims;
let count = 0;
/** Somebody new each time: nobody may suggest much in ten minutes. */
function newcomer(server = bot.alpha) {
  count += 1;
  const { user } = bot.discord.createMember(server.guild.id, { username: `newcomer${count}` });
  return bot.discord.as(server.guild.id, user.id, server.channel.id);
}
/** The newest card in the review channel. */
function reviewCard() {
  const card = bot.discord.messages(review.id).at(-1);
  if (card === undefined) throw new Error('no review card');
  return card;
}
const keeper = () => bot.alpha.as('keeper', review);
const fact = (value: string) => ({ subject: 'Martok', predicate: 'described_as', value });

describe('an approval that is undone', () => {
  it('is said on its review card, where the suggestion waits again and can be decided anew', async () => {
    await newcomer().type('/lore suggest', fact('undecided')).reply();
    const card = reviewCard();
    const approved = await keeper().click(card, 'Approve').reply();
    expect(textOf(approved)).toContain('approved');
    const edit = lorebook().log.edits({ limit: 1 })[0];
    const asked = await keeper()
      .type('/fact undo', { edit: String(edit?.id) })
      .reply();
    const done = await keeper().click(asked, 'Undo').reply();
    const again = reviewCard();
    expect(again.id).toBe(card.id);
    expect(textOf(again)).toMatch(/What was decided was undone by keeper, .*: it waits again\./);
    expect(buttonsOf(again)).toContain('Approve');
    expect(
      lorebook()
        .suggestions.waiting({ limit: 50 })
        .map((one) => one.card?.message),
    ).toContain(card.id);
    // An undo of the undo decides it again, and the card says that, too.
    const back = await keeper().click(done, 'Undo').reply();
    await keeper().click(back, 'Undo').reply();
    expect(textOf(reviewCard())).toContain(': approved');
    expect(buttonsOf(reviewCard())).not.toContain('Approve');
    expect(bot.discord.refusals()).toEqual([]);
  });
});

describe('/lore suggest', () => {
  it('by a form reaches the review channel, is approved there, and its suggester is told once', async () => {
    const before = claims();
    const reader = newcomer();
    const form = await reader.type('/lore suggest').modal();
    const sending = reader.submit(form, {
      subject: 'Martok',
      predicate: 'described as',
      value: 'gruff',
      more: 'I read it.\nwork: Crossover',
    });
    const sent = await sending.reply();
    expect(textOf(sent)).toMatch(/Suggestion \d+ waits for review/);
    expect(textOf(reviewCard())).toContain('Martok is described as “gruff”');
    expect(textOf(reviewCard())).toContain('Note: I read it');
    expect(textOf(reviewCard())).toContain('citing Crossover');
    const decided = await keeper().click(reviewCard(), 'Approve').reply();
    expect(textOf(decided)).toContain('approved');
    expect(claims()).toBe(before + 1);
    const claim = lorebook().read.claimsByText('gruff', 5);
    expect(claim).toEqual([]);
    // The outcome may follow what the suggester does at that very moment, or what they do next; once in all.
    const looks = [
      sending,
      reader.type('/lore entry', { name: 'Martok' }),
      reader.type('/lore entry', { name: 'Worf' }),
    ];
    await Promise.all(looks.map((look) => look.reply()));
    const told = () => looks.flatMap((look) => look.followUps());
    await expect.poll(() => told().length).toBe(1);
    expect(told().map(textOf).join()).toContain('approved');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('of two keepers one decides, and the other sees who did', async () => {
    await newcomer().type('/lore suggest', fact('loud')).reply();
    const card = reviewCard();
    const before = claims();
    const presses = [keeper().click(card, 'Approve'), bot.alpha.as('owner', review).click(card, 'Approve')];
    const [first, second] = await Promise.all(presses.map((press) => press.reply()));
    expect(textOf(first ?? card)).toContain('approved');
    expect(textOf(second ?? card)).toMatch(/was approved by keeper.*nothing was changed/i);
    expect(claims()).toBe(before + 1);
  });

  it('is rejected with a reason, which the suggester is told by message where they chose so', async () => {
    const reader = newcomer();
    await reader.type('/lore suggest', { ...fact('rude'), message: true }).reply();
    const card = reviewCard();
    const form = await keeper().click(card, 'Reject').modal();
    const rejected = await keeper().submit(form, { reason: 'No account says **so** @everyone.' }).reply();
    expect(textOf(rejected)).toContain('rejected');
    expect(buttonsOf(reviewCard())).toEqual([]);
    const told = bot.discord.requests().filter(({ path }) => path.endsWith('/users/@me/channels'));
    expect(told.length).toBe(1);
    const look = reader.type('/lore entry', { name: 'Martok' });
    await look.reply();
    expect(look.followUps()).toEqual([]);
  });

  it('is changed by a keeper before it is approved, and stays the suggester’s own statement', async () => {
    const reader = newcomer();
    await reader.type('/lore suggest', { ...fact('small'), date: '2375' }).reply();
    const form = await keeper().click(reviewCard(), 'Change').modal();
    const preview = await keeper().submit(form, { value: 'tiny' }).reply();
    expect(textOf(preview)).toContain('tiny');
    expect(textOf(preview)).toMatch(/newcomer\d+ \(own statement\)/);
    expect(textOf(await keeper().click(preview, 'Save').reply())).toContain('approved');
    expect(textOf(reviewCard())).toContain('approved');
  });

  it('is changed and withdrawn by its suggester alone, while it waits', async () => {
    const reader = newcomer();
    const sent = await reader.type('/lore suggest', fact('shy')).reply();
    const form = await reader.click(sent, 'Change').modal();
    const revised = await reader.submit(form, { value: 'bold' }).reply();
    expect(textOf(revised)).toContain('bold');
    expect(textOf(reviewCard())).toContain('bold');
    const mine = await reader.type('/lore suggest', { mine: true }).reply();
    expect(textOf(mine)).toContain('waiting for review');
    const withdrawn = await reader.click(revised, 'Withdraw').reply();
    expect(textOf(withdrawn)).toContain('withdrawn');
    expect(buttonsOf(reviewCard())).toEqual([]);
    expect(textOf(await reader.type('/lore suggest', { mine: true }).reply())).toContain('withdrawn');
  });

  it('is limited: five in ten minutes, and the same one once', async () => {
    const reader = newcomer();
    await reader.type('/lore suggest', fact('one')).reply();
    expect(textOf(await reader.type('/lore suggest', fact('one')).reply())).toContain('just this already');
    for (const value of ['two', 'three', 'four', 'five']) await reader.type('/lore suggest', fact(value)).reply();
    expect(textOf(await reader.type('/lore suggest', fact('six')).reply())).toContain('wait a little');
    expect(lorebook().suggestions.by(`discord:${reader.at.userId}`, 50)).toHaveLength(5);
  });

  it('says what cannot be read, keeps what was typed, and takes it once it is put right', async () => {
    const reader = newcomer();
    const asked = await reader.type('/lore suggest', { ...fact('x'), predicate: 'desribed' }).reply();
    expect(textOf(asked)).toContain('is not a predicate');
    const form = await reader.click(asked, 'Change').modal();
    const sent = await reader.submit(form, { predicate: 'described_as' }).reply();
    expect(textOf(sent)).toContain('waits for review');
  });

  it('opens from an answer that found nothing, with what was asked for', async () => {
    const reader = newcomer();
    const answer = await reader.type('/lore ask', { question: 'who was regent in 2340?' }).reply();
    expect(buttonsOf(answer)).toContain('Suggest it');
    const form = await reader.click(answer, 'Suggest it').modal();
    expect(JSON.stringify(form.components)).toContain('holds_position');
  });

  it('lets nobody but keepers decide', async () => {
    await newcomer().type('/lore suggest', fact('quiet')).reply();
    const card = reviewCard();
    for (const person of ['reader', 'scribe'] as const) {
      for (const label of ['Approve', 'Change', 'Reject']) {
        const press = bot.alpha.as(person, review).click(card, label);
        expect(textOf(await press.reply())).toContain('Only a keeper may review suggestions');
      }
      expect(textOf(await bot.alpha.as(person).type('/fact queue').reply())).toContain('Only a keeper');
    }
  });
});

describe('/fact queue', () => {
  it('pages what waits, opens one, and approves a page in one edit', async () => {
    for (let n = 0; n < 7; n += 1)
      await newcomer()
        .type('/lore suggest', fact(`thing ${n}`))
        .reply();
    const waiting = lorebook().suggestions.waitingCount();
    const before = claims();
    const page = await keeper().type('/fact queue').reply();
    expect(textOf(page)).toContain(`${waiting} suggestions wait`);
    const opened = await keeper()
      .select(page, 'Look at one', [String(lorebook().suggestions.waiting({ limit: 1 })[0]?.id)])
      .reply();
    expect(buttonsOf(opened).slice(0, 3)).toEqual(['Approve', 'Change', 'Reject']);
    const next = await keeper().click(page, '▶ Next page').reply();
    expect(textOf(next)).toContain('page 2 of');
    const done = await keeper().click(next, 'Approve all 5 on this page').reply();
    expect(textOf(done)).toContain('5 suggestions were approved');
    expect(claims()).toBe(before + 5);
    expect(lorebook().suggestions.waitingCount()).toBe(waiting - 5);
    expect(lorebook().log.edits({ limit: 1 })).toMatchObject([{ op: 'approve-suggestions' }]);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('shows one server nothing of another', async () => {
    expect(textOf(await bot.beta.as('keeper').type('/fact queue').reply())).toContain('Nothing waits for review');
  });
});
