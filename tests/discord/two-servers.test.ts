import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { type Chance, chance } from '../bench/seeded.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import type { TestServer } from '../support/discord.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const SEED = 7;
const STEPS = 30;

/** All that somebody can read on a card, its buttons and their ids too. */
const wholeOf = (message: Message): string => `${textOf(message)}\n${JSON.stringify(message.components)}`;

/** What is said on one server: facts about things of its own, and look-ups of everything. */
async function life(server: TestServer, own: string, other: string, luck: Chance): Promise<readonly string[]> {
  const seen: string[] = [];
  const keeper = server.as('keeper');
  const hear = async (command: string, options: Readonly<Record<string, string>>): Promise<void> => {
    seen.push(wholeOf(await keeper.type(command, options).finalReply()));
  };
  for (let step = 0; step < STEPS; step += 1) {
    const name = `${own} ${luck.below(5)}`;
    const foreign = `${other} ${luck.below(5)}`;
    const kind = luck.below(8);
    if (kind < 3) {
      const options = { subject: name, predicate: 'died', value: String(2300 + luck.below(9)), create: true };
      const card = await keeper.type('/fact add', { ...options, statement: `${name} ended, says ${own}.` }).reply();
      seen.push(wholeOf(card));
      if (wholeOf(card).includes('"Save"')) seen.push(wholeOf(await keeper.click(card, 'Save').reply()));
    } else if (kind === 3) await hear('/lore entry', { name });
    else if (kind === 4) await hear('/lore search', { text: own });
    else if (kind === 5) await hear('/lore conflicts', {});
    else if (kind === 6) await hear('/fact history', {});
    else {
      const choices = await server.as('reader').autocomplete('/lore entry', { name: other.slice(0, 4) }, 'name');
      seen.push(JSON.stringify(choices));
      // Asked for by name: the name is in the question, so only what is answered besides counts.
      const asked = textOf(await keeper.type('/lore entry', { name: foreign }).finalReply());
      seen.push(asked.replaceAll(foreign, ''));
    }
  }
  return seen;
}

describe('two servers under load', () => {
  it(`never see each other's names, claims, counts, choices or history (seed ${SEED})`, async () => {
    const [alpha, beta] = await Promise.all([
      life(bot.alpha, 'Quillmarsh', 'Zephyrholt', chance(SEED)),
      life(bot.beta, 'Zephyrholt', 'Quillmarsh', chance(SEED + 1)),
    ]);
    expect(alpha.some((text) => text.includes('Quillmarsh'))).toBe(true);
    expect(beta.some((text) => text.includes('Zephyrholt'))).toBe(true);
    expect(alpha.filter((text) => text.includes('Zephyrholt'))).toEqual([]);
    expect(beta.filter((text) => text.includes('Quillmarsh'))).toEqual([]);
    const counts = [bot.alpha, bot.beta].map(({ guild }) => {
      const opened = bot.shelf.open(guild.id);
      if (!opened.ok) throw new Error(opened.problem.kind);
      const { database } = opened.value;
      return ['Quillmarsh', 'Zephyrholt'].map(
        (word) => database.get<{ n: number }>('SELECT COUNT(*) AS n FROM entity WHERE name GLOB ?', `${word}*`)?.n ?? 0,
      );
    });
    expect([counts[0]?.[1], counts[1]?.[0]]).toEqual([0, 0]);
  });

  it('do not take a button of the other', async () => {
    const options = { subject: 'Worf', predicate: 'status', value: 'elsewhere', statement: 'Worf is elsewhere.' };
    const card = await bot.alpha.as('keeper').type('/fact add', options).reply();
    const pressed = await bot.beta.as('keeper').click(card, 'Save').reply();
    expect(textOf(pressed)).not.toContain('elsewhere');
    for (const { guild } of [bot.alpha, bot.beta]) {
      const opened = bot.shelf.open(guild.id);
      if (!opened.ok) throw new Error(opened.problem.kind);
      const found = opened.value.database.all(`SELECT id FROM claim WHERE statement = 'Worf is elsewhere.'`);
      expect(found).toEqual([]);
    }
  });
});
