import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimId } from '../../../src/lore/ids.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

function lorebook(guild = bot.alpha.guild.id) {
  return bot.lorebook(guild);
}

/** A statement on Worf's capture, by what accounts say. */
function aClaim(predicate = 'captured'): number {
  const [entity] = lorebook().references.entities('Worf');
  const claim = entity && [...lorebook().read.claimsBySubject(entity.id), ...lorebook().read.claimsByObject(entity.id)];
  const id = claim?.find((one) => one.predicate === predicate)?.id;
  if (id === undefined) throw new Error(predicate);
  return id;
}
const scribe = () => bot.alpha.as('scribe');

describe('/fact amend', () => {
  it('finds statements by their words, and by number', async () => {
    const [first] = await scribe().autocomplete('/fact amend', { claim: 'Worf' }, 'claim');
    expect(first?.name).toMatch(/^#\d+ /);
    const byNumber = await scribe().autocomplete('/fact amend', { claim: `#${first?.value}` }, 'claim');
    expect(byNumber.map(({ value }) => value)).toEqual([first?.value]);
  });

  it('shows before and after, keeps the sources, and puts the new one in the place of the old', async () => {
    const id = aClaim();
    const old = lorebook().read.claim(id as ClaimId);
    const preview = await scribe()
      .type('/fact amend', { claim: String(id), date: '2379' })
      .reply();
    expect(textOf(preview)).toMatch(/Before[\s\S]*After[\s\S]*2379/);
    const saved = await scribe().click(preview, 'Save').reply();
    const next = Number(/statement #(\d+)/.exec(textOf(saved).replaceAll('\\', ''))?.[1]);
    expect(lorebook().read.claim(next as ClaimId)).toMatchObject({
      date: '2379',
      citations: old?.citations,
      key: old?.key,
    });
    expect(lorebook().read.claim(id as ClaimId)).toBeUndefined();
    const late = await scribe()
      .type('/fact amend', { claim: String(id), date: '2380' })
      .reply();
    expect(textOf(late)).toContain('was retracted');
  });

  it('without columns opens a form with what stands there', async () => {
    const id = aClaim('holds_position');
    const form = await scribe()
      .type('/fact amend', { claim: String(id) })
      .modal();
    expect(JSON.stringify(form.components)).toContain('holds_position');
    const same = await scribe().submit(form, {}).reply();
    expect(textOf(same)).toContain('nothing would change');
    const again = await scribe().click(same, 'Change').modal();
    const preview = await scribe().submit(again, { date: '2371' }).reply();
    expect(buttonsOf(preview)).toContain('Save');
  });

  it.each(['abc', '999999', '-1', ''])('takes no statement “%s”', async (claim) => {
    const reply = await scribe()
      .type('/fact amend', { claim: claim === '' ? ' ' : claim, date: '2371' })
      .reply();
    expect(textOf(reply)).toMatch(/not the number|no statement/i);
  });
});

describe('/fact retract', () => {
  it('wants a reason, and takes the statement back', async () => {
    const id = aClaim('holds_position');
    const form = await scribe()
      .type('/fact retract', { claim: String(id) })
      .modal();
    const preview = await scribe().submit(form, { reason: 'A **misreading** of @everyone.' }).reply();
    expect(textOf(preview)).toContain('Reason: A');
    expect(lorebook().read.claim(id as ClaimId)).toBeDefined();
    await scribe().click(preview, 'Save').reply();
    expect(lorebook().read.claim(id as ClaimId)).toBeUndefined();
    expect(lorebook().log.edits({ limit: 1 })).toMatchObject([{ op: 'retract-claim', target: `claim:${id}` }]);
  });
});

describe('/fact cite and /fact alias', () => {
  it('offer to make a work that is not there', async () => {
    const id = aClaim('captured');
    const asked = await scribe()
      .type('/fact cite', { claim: String(id), work: 'A Lost Reel', locator: 'reel 2' })
      .reply();
    const preview = await scribe().click(asked, 'Create “A Lost Reel”').reply();
    expect(textOf(preview)).toContain('A Lost Reel (reel 2)');
    expect(textOf(await scribe().click(preview, 'Save').reply())).toContain('one more source');
  });

  it('add a name under which the thing is found, and remove it', async () => {
    const preview = await scribe().type('/fact alias', { name: 'Martok', add: 'The One-Eyed' }).reply();
    expect(textOf(preview)).toContain('Martok is also called The One-Eyed.');
    await scribe().click(preview, 'Save').reply();
    const [found] = await scribe().autocomplete('/lore entry', { name: 'the one-eyed' }, 'name');
    expect(found?.name).toContain('Martok');
    const away = await scribe().type('/fact alias', { name: 'Martok', remove: 'The One-Eyed' }).reply();
    await scribe().click(away, 'Save').reply();
    expect(lorebook().references.entities('The One-Eyed')).toEqual([]);
    expect(textOf(await scribe().type('/fact alias', { name: 'Martok' }).reply())).toContain('one of the two');
  });
});

describe('rights and repetition', () => {
  it('a role taken away between preview and Save saves nothing, whatever the change', async () => {
    const beta = bot.beta.as('scribe');
    const [worf] = lorebook(bot.beta.guild.id).references.entities('Worf');
    const claim = String(worf && lorebook(bot.beta.guild.id).read.claimsBySubject(worf.id)[0]?.id);
    const previews = [
      await beta.type('/fact amend', { claim, date: '2399' }).reply(),
      await beta.type('/fact retract', { claim, reason: 'x' }).reply(),
      await beta.type('/fact cite', { claim, work: 'Crossover', locator: 'somewhere new' }).reply(),
      await beta.type('/fact alias', { name: 'Martok', add: 'Nobody' }).reply(),
    ];
    const before = lorebook(bot.beta.guild.id).log.edits({ limit: 1 })[0]?.id;
    bot.discord.setMemberRoles(bot.beta.guild.id, bot.beta.members.scribe.user.id, []);
    for (const preview of previews) {
      for (const label of ['Save']) {
        expect(textOf(await beta.click(preview, label).reply())).toMatch(/Only a scribe may/);
      }
    }
    expect(lorebook(bot.beta.guild.id).log.edits({ limit: 1 })[0]?.id).toBe(before);
    bot.discord.setMemberRoles(bot.beta.guild.id, bot.beta.members.scribe.user.id, [bot.beta.roles.scribe.id]);
  });

  it('refuses readers all of it, and says who may', async () => {
    const claim = String(aClaim());
    for (const [command, options] of [
      ['/fact add', {}],
      ['/fact amend', { claim, date: '2300' }],
      ['/fact retract', { claim, reason: 'x' }],
      ['/fact cite', { claim, work: 'Crossover' }],
      ['/fact alias', { name: 'Worf', add: 'W' }],
    ] as const) {
      expect(textOf(await bot.alpha.as('reader').type(command, options).reply())).toContain('Only a scribe may');
    }
  });

  it('answers an id that is not its own kindly', async () => {
    const preview = await scribe().type('/fact alias', { name: 'Martok', add: 'Old Martok' }).reply();
    const draft = lorebook().drafts;
    const custom = JSON.stringify(bot.discord.wire(preview)).match(/change\.save\|1\|d=([\w-]+)/)?.[1] ?? '';
    expect(draft.get(custom)?.ref).toBe(`discord:${bot.alpha.members.scribe.user.id}`);
    draft.drop(custom);
    expect(textOf(await scribe().click(preview, 'Save').reply())).toContain('This preview is over');
    expect(bot.discord.refusals()).toEqual([]);
  });
});
