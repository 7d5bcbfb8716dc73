import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoreReader } from '../../../src/lore/reader.ts';
import { textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import type { TestServer } from '../../support/discord.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const LIST = 'Default timeline: answers come from it';
const COMMAND = '/lorebook continuity';
const readOf = ({ guild }: TestServer): LoreReader => {
  const opened = bot.shelf.open(guild.id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.read;
};
const findings = (server: TestServer): readonly string[] =>
  readOf(server)
    .findings({ limit: 1_000 })
    .map(({ id }) => id)
    .sort();
const now = (message: Message): string => textOf(bot.discord.message(message.id) ?? message);

describe('/lorebook continuity', () => {
  it('shows the timelines, and changes the default with all that follows from it', async () => {
    const admin = bot.alpha.as('admin');
    const before = findings(bot.alpha);
    const card = await admin.type(COMMAND).reply();
    expect(textOf(card)).toContain('mirror universe');
    await admin.select(card, LIST, ['prime universe']).ack();
    expect(now(card)).toContain('Answers come from prime universe now.');
    expect(readOf(bot.alpha).continuities.home.name).toBe('prime universe');
    await admin.click(card, 'Undo this').ack();
    expect(now(card)).toContain('Taken back.');
    expect(findings(bot.alpha)).toEqual(before);
    expect(readOf(bot.beta).continuities.home.name).toBe('mirror universe');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('makes a timeline by a form, takes it back, and makes it again', async () => {
    const admin = bot.alpha.as('admin');
    const card = await admin.type(COMMAND).reply();
    for (const _time of [1, 2]) {
      const form = await admin.click(card, 'New timeline').modal();
      await admin
        .submit(form, { name: 'The Third Way', parent: 'Mirror Universe', branch: 'about 2374', tier: '2' })
        .ack();
      const made = readOf(bot.alpha).continuities.all.find(({ name }) => name === 'The Third Way');
      expect(made).toMatchObject({ branch: '2374~', tier: 2 });
      expect(made?.branchDay).not.toBeNull();
      expect(now(card)).toContain('leaves mirror universe');
      await admin.click(card, 'Undo this').ack();
      expect(readOf(bot.alpha).continuities.all.map(({ name }) => name)).not.toContain('The Third Way');
    }
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('does by options what the card does', async () => {
    const admin = bot.beta.as('owner');
    await admin.type(COMMAND, { new: 'Over there' }).reply();
    expect(readOf(bot.beta).continuities.bySlug('over-there')).toMatchObject({ parent: null, branch: null, tier: 0 });
    await admin.type(COMMAND, { of: 'over-there', tier: '3' }).reply();
    expect(readOf(bot.beta).continuities.bySlug('over-there')?.tier).toBe(3);
    const said = textOf(await admin.type(COMMAND, { of: 'Spectre', tier: '-5' }).reply());
    expect(said).toContain('Spectre has tier -5 now.');
    expect(
      readOf(bot.beta)
        .works()
        .find(({ title }) => title === 'Spectre')?.tier,
    ).toBe(-5);
    await admin.type(COMMAND, { of: 'The Alliance telling', tier: '7' }).reply();
    expect(readOf(bot.beta).accounts.find(({ title }) => title === 'The Alliance telling')?.tier).toBe(7);
    const offered = await admin.autocomplete(COMMAND, { of: 'spec' }, 'of');
    expect(offered.map(({ name }) => name)).toContain('Spectre');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each([
    [{ new: 'Prime universe' }, 'already'],
    [{ new: '!!!' }, 'letters or digits'],
    [{ new: 'A', branch: '2370' }, 'name that one too'],
    [{ new: 'A', parent: 'mirror', branch: 'soon' }, 'is not a date'],
    [{ new: 'A', parent: 'nowhere' }, 'no timeline “nowhere”'],
    [{ new: 'A', tier: 'high' }, 'not a tier'],
    [{ default: 'nowhere' }, 'no timeline “nowhere”'],
    [{ of: 'Nothing at all', tier: '1' }, 'No timeline, work or account'],
    [{ of: 'Spectre' }, 'One thing at a time'],
    [{ tier: '4' }, 'One thing at a time'],
    [{ parent: 'mirror' }, 'One thing at a time'],
    [{ new: 'A', default: 'mirror' }, 'One thing at a time'],
  ])('refuses %o in one sentence, and changes nothing', async (options, why) => {
    const before = readOf(bot.alpha).continuities.all;
    const reply = await bot.alpha.as('admin').type(COMMAND, options).reply();
    expect(textOf(reply)).toContain(why);
    expect(readOf(bot.alpha).continuities.all).toEqual(before);
  });

  it.each(['reader', 'scribe', 'keeper'] as const)('is not for a %s, nor are its buttons', async (person) => {
    const { guild, members, roles } = bot.alpha;
    const somebody = bot.alpha.as(person);
    bot.discord.setMemberRoles(guild.id, members[person].user.id, [roles.admin.id]);
    const card = await somebody.type(COMMAND).reply();
    const forms = [
      await somebody.click(card, 'New timeline').modal(),
      await somebody.click(card, 'Set a tier').modal(),
    ];
    bot.discord.setMemberRoles(guild.id, members[person].user.id, members[person].roles);
    const refused = [
      somebody.type(COMMAND, { of: 'Spectre', tier: '9' }, { evenIfHidden: true }),
      somebody.type(COMMAND, { new: 'Mine' }, { evenIfHidden: true }),
      somebody.select(card, LIST, ['prime universe']),
      somebody.click(card, 'New timeline'),
      somebody.submit(forms[0] ?? fail(), { name: 'Mine' }),
      somebody.submit(forms[1] ?? fail(), { of: 'Spectre', tier: '9' }),
    ];
    for (const one of refused) expect(textOf(await one.reply())).toContain('Only an admin');
    expect(readOf(bot.alpha).continuities.home.name).toBe('mirror universe');
    expect(readOf(bot.alpha).continuities.bySlug('mine')).toBeUndefined();
  });
});

function fail(): never {
  throw new Error('no form');
}
