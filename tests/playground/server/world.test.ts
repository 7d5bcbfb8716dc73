import { describe, expect, it } from 'vitest';
import type { Playground } from '../../../src/playground/start.ts';
import { started } from './started.ts';

describe('the playground’s world', () => {
  it('gives things the same ids at each start, so that settings go on naming them', async () => {
    const [first, other] = await Promise.all([started(), started()]);
    const ids = ({ alpha, beta, people, discord }: Playground) => ({
      bot: discord.bot.id,
      people,
      alpha: [alpha.guild.id, alpha.general.id, alpha.announcements.id, alpha.roles.keeper.id],
      beta: [beta.guild.id, beta.general.id, beta.announcements.id, beta.roles.keeper.id],
    });
    expect(ids(other)).toEqual(ids(first));
    await Promise.all([first.stop(), other.stop()]);
  });
});

describe('the playground’s clock', () => {
  it('goes forward, tells those who wait, and never back', async () => {
    let base = 1_000_000_000_000;
    const playground = await started({ clock: { now: () => base } });
    const heard: number[] = [];
    const stop = playground.clock.onAdvance(() => heard.push(playground.clock.now()));
    playground.clock.advance(60_000);
    base += 5;
    expect(playground.clock.now()).toBe(1_000_000_060_005);
    expect(() => playground.clock.advance(-1)).toThrow(RangeError);
    stop();
    playground.clock.advance(1);
    expect(heard).toEqual([1_000_000_060_000]);
    await playground.stop();
  });
});
