import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../src/edit/change-settings.ts';
import type { FindingId } from '../../../src/lore/ids.ts';
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

function conflictOf(predicate: string) {
  const found = lorebook()
    .read.findings({ class: 'conflict', limit: 100 })
    .find((one) => one.predicate === predicate);
  if (found === undefined) throw new Error(`no conflict about ${predicate}`);
  return found;
}

/** Goes the way of buttons: the conflict's card, the list, the form. */
async function ruled(
  person: 'keeper' | 'admin' | 'owner',
  id: string,
  choice: RegExp,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const actor = bot.alpha.as(person);
  const card = await actor.type('/lore conflicts', { about: id }).reply();
  const list = await actor.click(card, 'Rule on this').reply();
  const offered = JSON.stringify(list);
  const value = [...offered.matchAll(/"label":"([^"]*)","value":"([^"]*)"/g)].find(([, label = '']) =>
    choice.test(label),
  );
  if (value?.[2] === undefined) throw new Error(`not offered: ${choice} in ${offered}`);
  const form = await actor.select(list, 'Choose a ruling; its reason comes next', [value[2]]).modal();
  return textOf(await actor.submit(form, fields).reply());
}

describe('Rule on this', () => {
  it('is shown to all, and is for keepers', async () => {
    const reader = bot.alpha.as('reader');
    const card = await reader.type('/lore conflicts', { about: conflictOf('founded_by').id }).reply();
    expect(buttonsOf(card)).toContain('Rule on this');
    expect(textOf(await reader.click(card, 'Rule on this').reply())).toMatch(/Only a keeper/);
  });

  it('lets both stand, says by whom and why, and takes it back', async () => {
    const { id } = conflictOf('founded_by');
    const said = await ruled('keeper', id, /^Both stand/, { note: 'Equal standing.' });
    expect(said).toContain('Settled: both stand');
    expect(said).toContain('Equal standing.');
    const keeper = bot.alpha.as('keeper');
    const card = await keeper.type('/lore conflicts', { about: id }).reply();
    const form = await keeper.click(card, 'Revoke the ruling').modal();
    await keeper.submit(form, { note: 'We thought again.' }).reply();
    expect(lorebook().read.rulingOn(id as FindingId)).toBeNull();
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('puts one side first', async () => {
    const { id } = conflictOf('founded_by');
    const said = await ruled('keeper', id, /^Put first/, { note: 'The older one.' });
    expect(said).toContain('Settled:');
    const keeper = bot.alpha.as('keeper');
    const asked = textOf(await keeper.type('/lore ask', { question: 'who founded the alliance' }).reply());
    expect(asked).toContain('The accounts disagree');
    expect(asked).toMatch(/-# Settled: .* · keeper, .*: The older one\./);
    const taken = await keeper.type('/fact rule', { conflict: id, revoke: true, note: 'No.' }).reply();
    expect(textOf(taken)).toContain('was revoked');
  });

  it('files a side under another timeline, and back again when that is revoked', async () => {
    const { id, sides } = conflictOf('founded_by');
    const where = () => sides.flat().map((claim) => lorebook().read.claim(claim)?.continuity);
    const before = where();
    const said = await ruled('keeper', id, /^Of another timeline/, { note: 'Its own.', timeline: 'Elsewhere' });
    expect(said).toMatch(/Ruled on|timeline/);
    expect(where()).not.toEqual(before);
    const keeper = bot.alpha.as('keeper');
    await keeper.type('/fact rule', { conflict: id, revoke: true, note: 'Not so.' }).reply();
    expect(where()).toEqual(before);
    expect(lorebook().read.finding(id)?.class).toBe('conflict');
  });

  it('waits for a second keeper where the server wants two', async () => {
    const { id } = conflictOf('founded_by');
    const target = { ...lorebook(), by: { actor: { ref: 't', name: 'T' }, level: 'admin', isOwnOnly: false } as const };
    changeSettings({ ...target, at: 1 }, lorebook().settings(), { two_keepers: true });
    expect(await ruled('keeper', id, /^Both stand/, { note: 'First.' })).toContain('waits for a second keeper');
    expect(await ruled('keeper', id, /^Both stand/, { note: 'Again.' })).toContain('waits for a second keeper');
    expect(await ruled('admin', id, /^No conflict/, { note: 'Other.' })).toContain('waits for a second keeper');
    expect(lorebook().read.rulingOn(id as FindingId)).toBeNull();
    expect(await ruled('owner', id, /^Both stand/, { note: 'Second.' })).toContain('Settled: both stand');
    expect(lorebook().read.rulingOn(id as FindingId)?.kind).toBe('both');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('ends a ruling with a second keeper only, whichever way is tried', async () => {
    const { id } = conflictOf('founded_by');
    const standing = () => lorebook().read.rulingOn(id as FindingId);
    expect(standing()?.kind).toBe('both');
    const revoking = async (person: 'keeper' | 'admin', note: string): Promise<string> =>
      textOf(await bot.alpha.as(person).type('/fact rule', { conflict: id, revoke: true, note }).reply());
    expect(await revoking('keeper', 'Not so.')).toContain('stands until a second keeper revokes it');
    expect(await revoking('keeper', 'Again.')).toContain('stands until a second keeper revokes it');
    const ruled = lorebook()
      .log.editsOn(`finding:${id}`, 50)
      .find(({ op }) => op === 'rule');
    const undo = bot.alpha.as('keeper').type('/fact undo', { edit: String(ruled?.id) });
    expect(textOf(await undo.reply())).toContain('takes two keepers');
    expect(standing()?.kind).toBe('both');
    const list = await bot.alpha.as('admin').type('/fact rule', { conflict: id }).reply();
    expect(textOf(list)).toContain('keeper would revoke the ruling');
    expect(await revoking('admin', 'Indeed not.')).toContain('was revoked');
    expect(standing()).toBeNull();
    expect(bot.discord.refusals()).toEqual([]);
  });
});
