import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionId } from '../../../src/discord/action-id.ts';
import { addClaims } from '../../../src/edit/bulk/add-claims.ts';
import { changeSettings } from '../../../src/edit/change-settings.ts';
import { keepUploads } from '../../../src/jobs/kept-uploads.ts';
import { LEVELS, type Standing } from '../../../src/lore/permission.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import type { ModalForm } from '../../../src/playground/loopback/interactions/interaction.ts';
import type { Invocation } from '../../../src/playground/loopback/person/invocation.ts';
import { textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { COMMANDS, type Options, type Row, type Thing } from './cells.ts';
import { ACTION_NAMES, COMMAND_NAMES, rowOf } from './names.ts';
import { actorOf, EVERYBODY, type Extra, extraPeople, PEOPLE, userIdOf, type Who } from './people.ts';

let bot: TestBot;
let extra: Extra;
beforeAll(async () => {
  bot = await startTestBot();
  extra = extraPeople(bot);
});
afterAll(() => bot.stop());

const KEEPER: Standing = { actor: { ref: 'other', name: 'Other' }, level: 'keeper', isOwnOnly: false };
const ADMIN: Standing = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false };
const PATIENCE = { withinMs: 30_000 };
/** A right that is missing, or something that is somebody else's. */
const REFUSED = /^Only |only where you yourself|somebody else|not yours|yours to/i;
const BROKEN = /something broke/i;

function lorebookOf(guildId: string): Lorebook {
  return bot.lorebook(guildId);
}

/** Everything that a refusal must leave as it is. */
function standOf(guildId: string): string {
  const { database } = lorebookOf(guildId);
  const one = (sql: string): unknown => database.get(sql);
  return JSON.stringify([
    one('SELECT COUNT(*) AS edits, MAX(id) AS last FROM edit'),
    one('SELECT COUNT(*) AS live FROM claim WHERE retracted_by IS NULL'),
    database.all('SELECT id, status, reason FROM suggestion ORDER BY id'),
    database.all('SELECT name, value FROM setting ORDER BY name'),
    one('SELECT COUNT(*) AS rulings FROM ruling WHERE revoked_by IS NULL'),
  ]);
}

let made = 0;
async function thingFor(who: Who): Promise<Thing> {
  const lorebook = lorebookOf(bot.alpha.guild.id);
  const ref = `discord:${userIdOf(bot, extra, who)}`;
  const at = Date.now();
  made += 1;
  const key = `matrix-${made}`;
  const cells = { subject: 'Worf', predicate: 'status', value: `so ${made}`, key };
  const options = { canCreate: true, isPartial: false, isDryRun: false };
  const added = addClaims(
    { ...lorebook, by: KEEPER, at },
    'The log',
    [
      { line: 1, cells },
      { line: 2, cells: { subject: `Twin ${made}`, predicate: 'status', value: 'alike' } },
    ],
    options,
  );
  if (!added.ok || added.value.edit === null) throw new Error('nothing was added');
  const account = lorebook.references.account('The log');
  const claim = lorebook.read.claimsByAccount(account?.id as never, 10_000).find((one) => one.key === key);
  const suggestion = lorebook.write.transaction((session) =>
    session.addSuggestion({
      at,
      actor: KEEPER.actor,
      account: null,
      cells: { subject: 'Worf', predicate: 'status', value: `suggested ${made}` },
      note: '',
      words: '',
      place: '',
      tell: 'next',
    }),
  );
  const change = { kind: 'add', cells: { ...cells, key: undefined }, account: null, create: [] };
  const draft = lorebook.drafts.add({ at, ref, action: 'change', data: { change, suggestion: null } });
  const bytes = new TextEncoder().encode('subject,predicate,value\nWorf,status,well');
  const [path = ''] = await keepUploads([async () => bytes], at);
  const asked = { path, name: 'facts.csv', account: 'The log', encoding: null, canCreate: false };
  const batch = lorebook.drafts.add({ at, ref, action: 'batch', data: asked });
  const page = new TextEncoder().encode(`subject,predicate,value\nWorf,status,imported ${made}`);
  const paths = await keepUploads([async () => page], at);
  const data = {
    paths,
    names: ['facts.csv'],
    title: `Import ${made}`,
    encoding: null,
    mapping: null,
    isPartial: false,
  };
  const imported = lorebook.drafts.add({ at, ref, action: 'import', data });
  const reshaping = (given: object) =>
    lorebook.drafts.add({ at, ref, action: 'reshaping', data: { note: '', ...given } });
  const [worf = 0, twin = 0] = ['worf', `twin-${made}`].map((slug) => lorebook.read.entityBySlug(slug)?.id);
  const zone = lorebook.settings().time_zone === 'Europe/Rome' ? 'Europe/Oslo' : 'Europe/Rome';
  const settings = changeSettings({ ...lorebook, by: ADMIN, at }, lorebook.settings(), { time_zone: zone });
  if (!settings.ok || settings.value === null) throw new Error('no setting was changed');
  return {
    lorebook,
    ref,
    claim: claim?.id ?? 0,
    finding: lorebook.read.findings({ limit: 1 })[0]?.id ?? '',
    edit: added.value.edit,
    suggestion,
    draft,
    batch,
    imported,
    merge: reshaping({ kind: 'merge', from: twin, into: worf }),
    split: reshaping({ kind: 'split', from: worf, name: `Worf ${made}`, claims: [], home: null }),
    settings: settings.value,
    home: lorebook.read.continuities.home.id,
    channel: bot.alpha.channel.id,
  };
}

function mayTry(who: Who, { least, touchesOthers }: Row): boolean {
  if (who === 'own-facts scribe' && touchesOthers === true) return false;
  return LEVELS.indexOf(PEOPLE[who]) >= LEVELS.indexOf(least);
}

async function said(invocation: Invocation): Promise<string> {
  const ack = await invocation.ack(PATIENCE);
  if (ack.kind === 'modal') return 'a form';
  return textOf(await invocation.finalReply(PATIENCE));
}

/** Tries it, and asserts that it was done or refused as the row says. */
async function tried(who: Who, row: Row, act: (thing: Thing, options: Options) => Promise<Invocation>): Promise<void> {
  const may = mayTry(who, row);
  if (may && row.isEnd === true) return;
  const settings = lorebookOf(bot.alpha.guild.id).settings();
  const own_only = who === 'own-facts scribe';
  changeSettings({ ...lorebookOf(bot.alpha.guild.id), by: ADMIN, at: 0 }, settings, { own_only });
  const thing = await thingFor(who);
  const options = row.options?.(thing) ?? {};
  const elsewhere = standOf(bot.beta.guild.id);
  const before = standOf(bot.alpha.guild.id);
  const text = await said(await act(thing, options));
  expect(text).not.toMatch(BROKEN);
  expect(standOf(bot.beta.guild.id)).toBe(elsewhere);
  if (may) {
    expect(text).not.toMatch(REFUSED);
    // What one may not must not fail for another reason than the right.
    if (row.acts === true) expect(standOf(bot.alpha.guild.id)).not.toBe(before);
  } else {
    expect(text).toMatch(row.saysFirst ?? REFUSED);
    expect(standOf(bot.alpha.guild.id)).toBe(before);
  }
}

const aButton = (custom_id: string) => ({ type: 2, style: 2, label: 'Try', custom_id }) as const;
const aList = (custom_id: string, values: readonly string[]) =>
  ({ type: 3, custom_id, placeholder: 'Try', options: values.map((value) => ({ label: value, value })) }) as const;

/** A message of the bot with one button or list that runs the action. */
async function shown(component: ReturnType<typeof aButton> | ReturnType<typeof aList>) {
  const channel = bot.bot.client.channels.cache.get(bot.alpha.channel.id);
  if (channel?.isSendable() !== true) throw new Error('no channel');
  const row = { type: 1, components: [component] } as const;
  const text = { type: 10, content: 'Try it.' } as const;
  const sent = await channel.send({ components: [text, row], flags: MessageFlags.IsComponentsV2 });
  const message = bot.discord.message(sent.id);
  if (message === undefined) throw new Error('no message');
  return message;
}

/** A form of the bot that runs the action, as it stands before somebody. */
function form(customId: string, fields: Readonly<Record<string, string>>): ModalForm {
  const components = Object.keys(fields).map((name) => ({
    type: 18,
    label: name,
    component: { type: 4, custom_id: name, style: 1, required: false, max_length: 4000 },
  }));
  return { interactionId: '0', customId, title: 'Try', components };
}

describe('the matrix of rights', () => {
  describe.each(COMMAND_NAMES)('/%s', (name) => {
    it.each(EVERYBODY)('by a %s', async (who) => {
      const row = COMMANDS[name] ?? { least: 'admin' };
      await tried(who, row, async (_thing, options) =>
        actorOf(bot, extra, who).type(`/${name}`, options, { evenIfHidden: true }),
      );
    });
  });

  describe.each(ACTION_NAMES)('the action %s', (name) => {
    it.each(EVERYBODY)('by a %s', async (who) => {
      const row = rowOf(name) ?? { least: 'admin' };
      await tried(who, row, async (thing, options) => {
        const short = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)]));
        const id = actionId({ verb: 'do', command: name, options: short, page: 1 }) ?? '';
        const actor = actorOf(bot, extra, who);
        if (row.fields !== undefined) return actor.submit(form(id, row.fields(thing)), row.fields(thing));
        const values = row.values?.(thing);
        const message = await shown(values === undefined ? aButton(id) : aList(id, values));
        return values === undefined ? actor.click(message, 'Try') : actor.select(message, 'Try', values);
      });
    });
  });
});
