import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestFault } from '../../src/playground/loopback/faults.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const CALLBACK = { method: 'POST', path: '/interactions/**' } as const;
const gone = (code: number, status: number): RestFault => ({
  kind: 'answer',
  status,
  body: { code, message: 'no' },
});

function saved(note: string): number {
  const opened = bot.shelf.open(bot.alpha.guild.id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const sql = 'SELECT COUNT(*) AS n FROM claim WHERE statement = ?';
  return opened.value.database.get<{ n: number }>(sql, note)?.n ?? 0;
}

/** Everything that was said to the keeper since, in one text. */
function heard(after: string): string {
  const all = bot.alpha.as('keeper').messages();
  return all
    .slice(all.findIndex(({ id }) => id === after) + 1)
    .map(textOf)
    .join('\n');
}

async function preview(note: string) {
  const options = { subject: 'Worf', predicate: 'described_as', value: note, statement: note };
  return bot.alpha.as('keeper').type('/fact add', options).reply();
}

/** Until the bot has nothing more to do with it, whatever came of it. */
async function settled(): Promise<void> {
  let before = -1;
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const now = bot.discord.requests().length;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

describe('a Save whose answer goes wrong', () => {
  it.each<readonly [string, RestFault, number]>([
    ['a 5xx after Discord acted', { kind: 'server-error', when: 'after' }, 1],
    ['a 5xx before it acted', { kind: 'server-error', when: 'before' }, 1],
    ['a 5xx at every try', { kind: 'server-error', when: 'before' }, 20],
    ['a connection reset after it acted', { kind: 'reset', when: 'after' }, 1],
    ['a connection closed before it acted', { kind: 'hang-up', when: 'before' }, 1],
    ['a connection closed after it acted', { kind: 'hang-up', when: 'after' }, 1],
    ['an interaction that is gone', gone(10062, 404), 20],
    ['an interaction that was answered already', gone(40060, 400), 20],
  ])('saves once and says nothing untrue: %s', async (what, fault, times) => {
    const note = `told through ${what}`;
    const card = await preview(note);
    expect(saved(note)).toBe(0);
    const off = bot.discord.faults.arm(fault, { ...CALLBACK, times });
    bot.alpha.as('keeper').click(card, 'Save');
    await settled();
    off();
    expect(saved(note)).toBe(1);
    expect(heard(card.id)).not.toMatch(/nothing was (saved|changed)/i);
    // Whoever was told nothing presses again; where the card was replaced there is no Save any more.
    const current = bot.discord.message(card.id);
    if (current !== undefined && JSON.stringify(current.components).includes('"Save"')) {
      const again = await bot.alpha.as('keeper').click(current, 'Save').reply();
      expect(textOf(again)).toMatch(/saved|already/i);
    }
    expect(saved(note)).toBe(1);
  });

  it('saves once where it is pressed five times at once', async () => {
    const note = 'pressed five times';
    const card = await preview(note);
    const keeper = bot.alpha.as('keeper');
    const presses = Array.from({ length: 5 }, () => keeper.click(card, 'Save'));
    await Promise.all(presses.map((press) => press.ack()));
    expect(saved(note)).toBe(1);
  });
});

describe('a preview whose answer goes wrong', () => {
  it.each<readonly [string, RestFault]>([
    ['a 5xx at every try', { kind: 'server-error', when: 'before' }],
    ['a connection closed', { kind: 'hang-up', when: 'before' }],
    ['an interaction that is gone', gone(10062, 404)],
  ])('saves nothing: %s', async (what, fault) => {
    const note = `never shown through ${what}`;
    const off = bot.discord.faults.arm(fault, { ...CALLBACK, times: 20 });
    const options = { subject: 'Worf', predicate: 'described_as', value: note, statement: note };
    bot.alpha.as('keeper').type('/fact add', options);
    await settled();
    off();
    expect(saved(note)).toBe(0);
    // The next one is served as if nothing had been.
    expect(textOf(await preview(`${note}, again`))).toContain('again');
  });
});

describe('a disk that fails at the Save', () => {
  it('is never followed by a word of success', async () => {
    const note = 'not to be saved';
    const card = await preview(note);
    const opened = bot.shelf.open(bot.alpha.guild.id);
    if (!opened.ok) throw new Error(opened.problem.kind);
    opened.value.database.run('PRAGMA query_only = 1');
    const said = textOf(await bot.alpha.as('keeper').click(card, 'Save').reply());
    opened.value.database.run('PRAGMA query_only = 0');
    expect(said).toMatch(/^Nothing was saved/);
    expect(saved(note)).toBe(0);
    await bot.alpha.as('keeper').click(card, 'Save').reply();
    expect(saved(note)).toBe(1);
  });
});
