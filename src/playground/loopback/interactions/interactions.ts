import { randomBytes } from 'node:crypto';
import type { Changes } from '../changes.ts';
import type { LoopbackClock } from '../clock.ts';
import type { SnowflakeSource } from '../snowflake.ts';
import { ACK_WITHIN_MS, type Ack, type Interaction, TOKEN_LIFE_MS } from './interaction.ts';

export type NewInteraction = Pick<
  Interaction,
  'kind' | 'name' | 'data' | 'guildId' | 'channelId' | 'userId' | 'sourceMessageId'
>;

/** Interactions under way and past, by id and by token, with the two lives Discord gives them. */
export class Interactions {
  readonly #clock: LoopbackClock;
  readonly #ids: SnowflakeSource;
  readonly #changes: Changes;
  readonly #givesUpAfterMs: number;
  readonly #byId = new Map<string, Interaction>();
  readonly #idOf = new Map<string, string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(clock: LoopbackClock, ids: SnowflakeSource, changes: Changes, givesUpAfterMs: number) {
    this.#givesUpAfterMs = givesUpAfterMs;
    this.#clock = clock;
    this.#ids = ids;
    this.#changes = changes;
  }

  create(given: NewInteraction): Interaction {
    const interaction: Interaction = {
      ...given,
      id: this.#ids.next(),
      token: randomBytes(48).toString('base64url'),
      createdAtMs: this.#clock.now(),
      dispatchedAt: performance.now(),
      ack: null,
      failed: false,
      originalId: null,
      followUpIds: [],
      choices: null,
      modal: null,
    };
    this.#byId.set(interaction.id, interaction);
    this.#idOf.set(interaction.token, interaction.id);
    this.#changes.emit({ kind: 'interaction-created', interaction });
    this.#watch(interaction.id);
    return interaction;
  }

  get(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  byToken(token: string): Interaction | undefined {
    return this.#byId.get(this.#idOf.get(token) ?? '');
  }

  set(interaction: Interaction): Interaction {
    this.#byId.set(interaction.id, interaction);
    return interaction;
  }

  /** Records the acknowledgement and tells everyone. */
  acknowledge(interaction: Interaction, kind: Ack['kind']): Interaction {
    const ack = { kind, tookMs: performance.now() - interaction.dispatchedAt };
    const answered = this.set({ ...interaction, ack });
    this.#changes.emit({ kind: 'interaction-answered', interaction: answered });
    return answered;
  }

  mayStillAck(interaction: Interaction): boolean {
    return this.#clock.now() - interaction.createdAtMs <= ACK_WITHIN_MS;
  }

  isTokenAlive(interaction: Interaction): boolean {
    return this.#clock.now() - interaction.createdAtMs <= TOKEN_LIFE_MS;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** People read "The application did not respond" after real time, three seconds of it by default, whatever the clock given says. */
  #watch(id: string): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const interaction = this.#byId.get(id);
      if (interaction === undefined || interaction.ack !== null) return;
      this.#changes.emit({ kind: 'interaction-failed', interaction: this.set({ ...interaction, failed: true }) });
    }, this.#givesUpAfterMs);
    timer.unref();
    this.#timers.add(timer);
  }
}
