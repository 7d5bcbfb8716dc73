import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const FACT = { subject: 'Worf', predicate: 'captured', value: 'Deep Space 9', date: '2373' };

function lorebook(guild = bot.alpha.guild.id) {
  return bot.lorebook(guild);
}

const claims = (): number => lorebook().read.counts().claims;

describe('/fact add', () => {
  it('shows what it would be, and saves it on Save', async () => {
    const before = claims();
    const scribe = bot.alpha.as('scribe');
    const preview = await scribe
      .type('/fact add', { subject: 'Worf', predicate: 'described_as', value: 'stern', date: 'spring 2373' })
      .reply();
    expect(textOf(preview)).toContain('Worf is described as');
    expect(textOf(preview)).toContain('own statement');
    expect(textOf(preview)).toContain('hedged');
    expect(buttonsOf(preview).slice(0, 3)).toEqual(['Save', 'Change', 'Cancel']);
    expect(claims()).toBe(before);
    const saved = await scribe.click(preview, 'Save').reply();
    expect(textOf(saved)).toContain('Saved: a new fact');
    expect(claims()).toBe(before + 1);
    const asked = await scribe.click(saved, 'Undo').reply();
    expect(textOf(asked)).toContain('described as');
    const own = lorebook().read.accounts.find((account) => account.kind === 'member');
    expect(own?.slug).toMatch(/^member(-\d+)?$/);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('saves once, however often Save is pressed', async () => {
    const scribe = bot.alpha.as('scribe');
    const preview = await scribe.type('/fact add', { ...FACT, predicate: 'described_as', value: 'tall' }).reply();
    const before = claims();
    const presses = [scribe.click(preview, 'Save'), scribe.click(preview, 'Save'), scribe.click(preview, 'Save')];
    const texts = await Promise.all(presses.map(async (press) => textOf(await press.reply())));
    expect(claims()).toBe(before + 1);
    expect(texts.filter((text) => text.includes('saved already')).length).toBe(2);
  });

  it('says which conflict it would open, and names it again once it did', async () => {
    const scribe = bot.alpha.as('scribe');
    const options = { subject: 'Benjamin Sisko', predicate: 'died', value: '2390', account: 'alliance-telling' };
    const preview = await scribe.type('/fact add', { ...options, subject: await handle('Sisko') }).reply();
    expect(textOf(preview)).toMatch(/would (open|stand|close)|No conflict/);
  });

  it('offers the nearest names and to create one', async () => {
    const scribe = bot.alpha.as('scribe');
    const asked = await scribe.type('/fact add', { ...FACT, subject: 'Worff of Nowhere', value: 'Terok Nor' }).reply();
    expect(textOf(asked)).toContain('nothing here is called “Worff of Nowhere”'.replace('nothing', 'Nothing'));
    expect(buttonsOf(asked)).toContain('Create “Worff of Nowhere”');
    const preview = await scribe.click(asked, 'Create “Worff of Nowhere”').reply();
    expect(textOf(preview)).toContain('New here: Worff of Nowhere (');
    const saved = await scribe.click(preview, 'Save').reply();
    expect(textOf(saved)).toContain('Worff of Nowhere captured Terok Nor');
    expect(lorebook().references.entities('Worff of Nowhere')).toHaveLength(1);
  });

  it('without options asks by a form, and Change opens it filled', async () => {
    const scribe = bot.alpha.as('scribe');
    const form = await scribe.type('/fact add').modal();
    const preview = await scribe
      .submit(form, {
        subject: 'Martok',
        predicate: 'described as',
        value: 'one-eyed',
        date: 'a while ago',
        more: 'work: Crossover\nlocator: act 2\naccount: rebel-side-telling',
      })
      .reply();
    expect(textOf(preview)).toContain('kept as text');
    expect(textOf(preview)).toContain('citing Crossover (act 2)');
    const again = await scribe.click(preview, 'Change').modal();
    expect(JSON.stringify(again.components)).toContain('locator: act 2');
    const changed = await scribe.submit(again, { date: '2375' }).reply();
    expect(textOf(changed)).toContain('When it holds: as of 2375');
    expect(textOf(await scribe.click(changed, 'Save').reply())).toContain('Saved');
  });

  it('saves nothing on Cancel', async () => {
    const scribe = bot.alpha.as('scribe');
    const before = claims();
    const preview = await scribe.type('/fact add', { ...FACT, predicate: 'described_as', value: 'gone' }).reply();
    expect(textOf(await scribe.click(preview, 'Cancel').reply())).toContain('Nothing was saved');
    expect(claims()).toBe(before);
  });

  it('refuses a reader, and a scribe who lost the role before Save', async () => {
    const refused = await bot.alpha.as('reader').type('/fact add', FACT).reply();
    expect(textOf(refused)).toContain('the roles Scribe');
    const scribe = bot.beta.as('scribe');
    const preview = await scribe.type('/fact add', { ...FACT, predicate: 'described_as', value: 'lost' }).reply();
    const { guild, members } = bot.beta;
    const before = lorebook(guild.id).read.counts().claims;
    bot.discord.setMemberRoles(guild.id, members.scribe.user.id, []);
    expect(textOf(await scribe.click(preview, 'Save').reply())).toContain('Only a scribe may add facts');
    expect(lorebook(guild.id).read.counts().claims).toBe(before);
  });

  it('suggests predicates of that kind of thing, and values of that predicate', async () => {
    const scribe = bot.alpha.as('scribe');
    const predicates = await scribe.autocomplete('/fact add', { subject: 'Worf', predicate: '' }, 'predicate');
    expect(predicates[0]?.value).not.toBe('released');
    const offices = await scribe.autocomplete('/fact add', { predicate: 'holds_position', value: '' }, 'value');
    expect(offices.length).toBeGreaterThan(0);
  });
});

async function handle(name: string): Promise<string> {
  const [first] = await bot.alpha.as('scribe').autocomplete('/fact add', { subject: name }, 'subject');
  return String(first?.value);
}
