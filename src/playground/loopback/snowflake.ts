import type { LoopbackClock } from './clock.ts';

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Makes ids as Discord does: time first, so that ids made later are greater. */
export class SnowflakeSource {
  readonly #clock: LoopbackClock;
  #last = 0n;

  constructor(clock: LoopbackClock) {
    this.#clock = clock;
  }

  next(): string {
    const fresh = BigInt(Math.floor(this.#clock.now()) - DISCORD_EPOCH_MS) << 22n;
    // Within one millisecond (or under a clock that stands still) only the low 12 bits grow.
    const following = this.#last + 1n;
    this.#last = fresh > this.#last ? fresh : following;
    return this.#last.toString();
  }
}

/** The shard of `count` that serves a server. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
