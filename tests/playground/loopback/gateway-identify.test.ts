import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { startSmallBot } from './small-bot.ts';

type Disturb = (faults: TestDiscord['discord']['gatewayFaults']) => void;

// discord.js waits five seconds between two IDENTIFYs; these tests do not.
const AT_ONCE = { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }) };

describe('a lost session on the loopback Discord', () => {
  it.each<[string, Disturb]>([
    ['op 9 false', (faults) => faults.invalidate(false)],
    ['600 ms of outage', (faults) => faults.goDown(600)],
  ])('is replaced by a new one after %s', async (_, disturb) => {
    const world = await startBotDiscord();
    const { client, stop } = await startSmallBot(world, { ws: AT_ONCE });
    const again = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    disturb(world.discord.gatewayFaults);
    await again;
    world.discord.createRole(world.alpha.guild.id, { name: 'Archivist' });
    const roles = () => client.guilds.cache.get(world.alpha.guild.id)?.roles.cache;
    await expect.poll(() => roles()?.some((role) => role.name === 'Archivist')).toBe(true);
    await stop();
    await world.stop();
  });
});
