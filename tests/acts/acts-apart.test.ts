import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actApart } from '../../src/acts/act-apart.ts';
import { surroundingsOf } from '../../src/discord/surroundings.ts';
import { changeSettings } from '../../src/edit/change-settings.ts';
import type { Invocation } from '../../src/playground/loopback/person/invocation.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { contradictions, standingRows } from '../edit/history/standing-rows.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { fillLargely } from './large-lorebook.ts';

const LONG_MS = 30_000;
let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot(null);
  fillLargely(lorebook(), 1_600);
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

const admin = () => bot.alpha.as('admin');
const lastEdit = () => lorebook().log.edits({ limit: 1 })[0];

/** What came of an act that was too long for the thread that answers: it was acknowledged first. */
async function doneApart(act: Invocation): Promise<Message> {
  expect((await act.ack()).kind).toBe('deferred');
  return await act.finalReply({ withinMs: LONG_MS });
}

describe('an act that changes much', () => {
  it('is done in a thread of its own, by whoever did it, and undone the same way', async () => {
    const before = standingRows(lorebook());
    const done = await doneApart(admin().type('/lorebook continuity', { default: 'elsewhere' }));
    expect(textOf(done)).toContain('elsewhere');
    expect(lorebook().read.continuities.home.slug).toBe('elsewhere');
    expect(lastEdit()).toMatchObject({ op: 'settings', by: { ref: `discord:${bot.alpha.members.admin.user.id}` } });
    expect(contradictions(lorebook())).toEqual([]);
    const undone = await doneApart(admin().click(done, 'Undo this'));
    expect(textOf(undone)).not.toMatch(/broke|Nothing was/);
    expect(standingRows(lorebook())).toEqual(before);
    expect(lorebook().log.brokenLink()).toBeNull();
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('has its preview, and is saved once however often Save is pressed', async () => {
    const before = standingRows(lorebook());
    const preview = await doneApart(
      admin().type('/fact merge', { from: 'The Empire', into: 'The Crown', note: 'one' }),
    );
    expect(textOf(preview)).toMatch(/would be about The Crown/);
    expect(standingRows(lorebook())).toEqual(before);
    const edits = lorebook().log.count({});
    const presses = [admin().click(preview, 'Save'), admin().click(preview, 'Save')];
    const texts = await Promise.all(presses.map(async (one) => textOf(await one.finalReply({ withinMs: LONG_MS }))));
    expect(texts.filter((text) => text.includes('two entries merged'))).toHaveLength(1);
    expect(lorebook().log.count({})).toBe(edits + 1);
    expect(textOf(await admin().click(preview, 'Save').finalReply({ withinMs: LONG_MS }))).toContain('saved already');
    expect(contradictions(lorebook())).toEqual([]);
  });

  it('is refused at once to whoever may not', async () => {
    const reply = await bot.alpha.as('scribe').type('/lorebook continuity', { default: 'elsewhere' }, EVEN).reply();
    expect(textOf(reply)).toMatch(/Manage Server|admin/i);
    expect(textOf(await bot.alpha.as('reader').type('/fact merge', MERGE, EVEN).reply())).toMatch(/keeper/);
  });

  it('takes a calendar from a file', async () => {
    const calendar = { slug: 'own', name: 'Count of the Realm', eras: [ERA], months: [{ name: 'Only', days: 365 }] };
    const bytes = Buffer.from(JSON.stringify(calendar));
    const said = await admin()
      .type('/lorebook calendar', { file: { filename: 'own.json', bytes } })
      .finalReply({ withinMs: LONG_MS });
    expect(textOf(said)).toContain('Count of the Realm');
    expect(lorebook().read.profile.calendar.name).toBe('Count of the Realm');
    expect(contradictions(lorebook())).toEqual([]);
  });

  it('leaves an alias of the most told thing to the thread that answers', async () => {
    const preview = await admin().type('/fact alias', { name: 'The Crown', add: 'The Realm' }).reply();
    expect(textOf(await admin().click(preview, 'Save').reply())).toContain('The Realm');
    expect(contradictions(lorebook())).toEqual([]);
  });
});

const EVEN = { evenIfHidden: true } as const;
const MERGE = { from: 'The Empire', into: 'The Crown' } as const;
const ERA = { name: 'Realm', abbreviations: ['R'], direction: 'forward', axisYear: 1, unmarked: true } as const;

describe('an act in a thread of its own', () => {
  it('writes to channels through the thread that talks to Discord', async () => {
    const channel = bot.alpha.channel.id;
    const own = { ...lorebook(), by: ADMIN, at: 1 };
    changeSettings(own, lorebook().settings(), { review_channel: channel });
    const typed = { subject: 'Person 3', predicate: 'described_as', value: 'wise' };
    await bot.alpha.as('reader').type('/lore suggest', typed).reply();
    const waiting = lorebook().suggestions.waiting({ limit: 1 })[0];
    const around = surroundingsOf(bot.bot.client, bot.alpha.guild.id, channel, {
      shelf: bot.house.file,
      schedule: bot.posts.port,
    });
    const done = await actApart(
      {
        doing: { kind: 'action', name: 'review.approve' },
        options: { s: String(waiting?.id) },
        input: { values: [], fields: {} },
        by: ADMIN,
        at: 2,
      },
      { lorebook: lorebook(), around, files: {} },
    );
    expect(done).toMatchObject({ ok: true, value: { kind: 'card' } });
    expect(lorebook().suggestions.get(waiting?.id ?? 0)?.status).toBe('approved');
    const card = bot.discord.message(waiting?.card?.message ?? '');
    expect(card === undefined ? '' : textOf(card)).toMatch(/[Aa]pproved/);
  });
});

const ADMIN = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
