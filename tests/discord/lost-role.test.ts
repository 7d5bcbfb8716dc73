import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/playground/loopback/person/actor.ts';
import type { Invocation } from '../../src/playground/loopback/person/invocation.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

type Role = 'scribe' | 'keeper' | 'admin';
type Options = Parameters<Actor['type']>[1];

let bot: TestBot;
let userId: string;
beforeAll(async () => {
  bot = await startTestBot();
  userId = bot.discord.createMember(bot.alpha.guild.id, { username: 'passing', roles: [] }).user.id;
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

const give = (role: Role | null): void =>
  void bot.discord.setMemberRoles(bot.alpha.guild.id, userId, role === null ? [] : [bot.alpha.roles[role].id]);
const lastEdit = (): number => lorebook().log.edits({ limit: 1 })[0]?.id ?? 0;
const file = (value: string) => ({
  filename: 'facts.csv',
  bytes: Buffer.from(`subject,predicate,value\nWorf,status,${value}`),
});
const finding = (): string => lorebook().read.findings({ class: 'conflict', limit: 1 })[0]?.id ?? '';

/** Leads to the last press, which may be repeated. */
type Way = (actor: Actor) => Promise<() => Invocation>;

/** A command, its preview, and the button under it. */
const previewed =
  (command: string, options: Options, button: string): Way =>
  async (actor) => {
    const preview = await actor.type(command, options).finalReply();
    return () => actor.click(preview, button);
  };

const undone: Way = async (actor) => {
  const added = await actor.type('/fact add', { subject: 'Worf', predicate: 'status', value: 'gone soon' }).reply();
  const saved = await actor.click(added, 'Save').reply();
  const preview = await actor.click(saved, 'Undo').reply();
  return () => actor.click(preview, 'Undo');
};

const ruled: Way = async (actor) => {
  const card = await actor.type('/lore conflicts', { about: finding() }).reply();
  const list = await actor.click(card, 'Rule on this').reply();
  const form = await actor.select(list, 'Choose a ruling; its reason comes next', ['both']).modal();
  return () => actor.submit(form, { note: 'Both are told.' });
};

async function reviewCard(actor: Actor, value: string) {
  const suggested = { subject: 'Worf', predicate: 'status', value };
  await bot.alpha.as('reader').type('/lore suggest', suggested).reply();
  const id = lorebook().suggestions.waiting({ limit: 1, offset: 0 })[0]?.id;
  const queue = await actor.type('/fact queue').reply();
  return actor.select(queue, 'Look at one', [String(id)]).reply();
}

const approved: Way = async (actor) => {
  const card = await reviewCard(actor, 'seen by the reader');
  return () => actor.click(card, 'Approve');
};

const reviewed: Way = async (actor) => {
  const form = await actor.click(await reviewCard(actor, 'seen at the gate'), 'Change').modal();
  const preview = await actor.submit(form, { value: 'changed in review' }).reply();
  return () => actor.click(preview, 'Save');
};

const rejected: Way = async (actor) => {
  const form = await actor.click(await reviewCard(actor, 'doubtful'), 'Reject').modal();
  return () => actor.submit(form, { reason: 'No source.' });
};

describe('who lost the role between the preview and the last press', () => {
  it.each<[string, Role, Way]>([
    ['a new fact', 'scribe', previewed('/fact add', { subject: 'Worf', predicate: 'status', value: 'well' }, 'Save')],
    ['a fact amended', 'scribe', previewed('/fact amend', { claim: '5', statement: 'Said anew.' }, 'Save')],
    ['a fact retracted', 'scribe', previewed('/fact retract', { claim: '6', reason: 'twice' }, 'Save')],
    ['a source', 'scribe', previewed('/fact cite', { claim: '7', work: 'Spectre' }, 'Save')],
    ['another name', 'scribe', previewed('/fact alias', { name: 'Worf', add: 'The Tall One' }, 'Save')],
    ['a file of facts', 'scribe', previewed('/fact import', { file: file('from a file') }, 'Add all')],
    ['an undo of their own', 'scribe', undone],
    ['two entries merged', 'keeper', previewed('/fact merge', { from: 'Gorkon', into: 'Martok' }, 'Save')],
    [
      'an entry split',
      'keeper',
      previewed('/fact split', { name: 'Worf', as: 'The Other Worf', account: 'rebel-side-telling' }, 'Save'),
    ],
    ['a ruling', 'keeper', ruled],
    ['a suggestion approved', 'keeper', approved],
    ['a suggestion changed in review', 'keeper', reviewed],
    ['a suggestion rejected', 'keeper', rejected],
    ['an import', 'admin', previewed('/lorebook import', { file: file('imported') }, 'Import it')],
  ])('%s is not saved, and nothing of it is lost', async (_what, role, way) => {
    const actor = bot.discord.as(bot.alpha.guild.id, userId, bot.alpha.channel.id);
    give(role);
    const press = await way(actor);
    const before = lastEdit();
    give(null);
    expect(textOf(await press().finalReply())).toMatch(/^Only /);
    expect(lastEdit()).toBe(before);
    give(role);
    expect(textOf(await press().finalReply())).not.toMatch(/^Only /);
    expect(lastEdit()).toBe(before + 1);
    expect(bot.discord.refusals()).toEqual([]);
  });
});
