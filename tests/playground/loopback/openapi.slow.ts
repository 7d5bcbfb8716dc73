import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { COMMAND_SEEDS, FORM_SEEDS, MESSAGE_SEEDS } from './body-seeds.ts';
import { mutations } from './mutations.ts';
import { type OpenApi, readOpenApi } from './openapi-judge.ts';
import { type RawRest, rawRest } from './raw-rest.ts';
import { visitEverything } from './tour.ts';

const file = process.env.OPENAPI_FILE ?? resolve(import.meta.dirname, '../../../../shared/discord/openapi.json');
const isThere = existsSync(file);
if (!isThere) console.log(`The official description is not at ${file}: the loopback Discord is not compared with it.`);

describe.skipIf(!isThere)('the loopback Discord beside the official description', () => {
  let world: TestDiscord;
  let rest: RawRest;
  let openapi: OpenApi;
  beforeAll(async () => {
    world = await startBotDiscord();
    rest = rawRest(world);
    openapi = readOpenApi(file);
    await rest.send('PUT', `/applications/${world.discord.bot.id}/commands`, [{ name: 'probe', description: 'd' }]);
  });
  afterAll(() => world.stop());

  const answer = async (body: unknown) => {
    const { interaction } = world.alpha.as('admin').type('/probe');
    return rest.send('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, body);
  };
  const routes = {
    message: {
      seeds: MESSAGE_SEEDS,
      schema: ['/channels/{channel_id}/messages', 'post'],
      send: (body: unknown) => rest.send('POST', `/channels/${world.alpha.channel.id}/messages`, body),
    },
    answer: {
      seeds: MESSAGE_SEEDS.map((data) => ({ type: 4, data })),
      schema: ['/interactions/{interaction_id}/{interaction_token}/callback', 'post'],
      send: answer,
    },
    form: {
      seeds: FORM_SEEDS.map((data) => ({ type: 9, data })),
      schema: ['/interactions/{interaction_id}/{interaction_token}/callback', 'post'],
      send: answer,
    },
    commands: {
      seeds: COMMAND_SEEDS.map((command) => [command]),
      schema: ['/applications/{application_id}/guilds/{guild_id}/commands', 'put'],
      send: (body: unknown) =>
        rest.send('PUT', `/applications/${world.discord.bot.id}/guilds/${world.beta.guild.id}/commands`, body),
    },
  } as const;

  describe.each(Object.entries(routes))('a body for %s', (_, { seeds, schema, send }) => {
    const [path, method] = schema;

    it('is taken by both when it is right', async () => {
      for (const seed of seeds) {
        expect({ seed, status: (await send(seed)).status }).toMatchObject({
          seed,
          status: expect.toSatisfy((status) => status < 300),
        });
        expect({ seed, faults: openapi.requestFaults(path, method, seed) }).toEqual({ seed, faults: null });
      }
    });

    it('is never taken here when the description refuses it', async () => {
      let refused = 0;
      const tooMild: unknown[] = [];
      const broken: unknown[] = [];
      for (const seed of seeds) {
        for (const { where, body } of mutations(seed)) {
          const { status } = await send(body);
          if (status >= 500) broken.push(where);
          const faults = openapi.requestFaults(path, method, body);
          if (faults === null) continue;
          refused += 1;
          if (status < 300) tooMild.push({ where, faults });
        }
      }
      expect({ tooMild, broken }).toEqual({ tooMild: [], broken: [] });
      expect(refused).toBeGreaterThan(100);
    });
  });

  it('answers as the description says', async () => {
    const visited = await visitEverything(world, rest);
    const wrong = visited.flatMap(({ method, path, status, answer: body }) => {
      const faults = openapi.answerFaults(method, path, status, body);
      return faults === null ? [] : [{ method, path, status, faults }];
    });
    expect(wrong).toEqual([]);
    expect(visited.length).toBeGreaterThan(40);
  });
});
