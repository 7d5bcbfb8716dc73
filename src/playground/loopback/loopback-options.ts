import { ATTACHMENT_BYTES } from './checks/limits.ts';
import { type LoopbackClock, systemClock } from './clock.ts';
import { ACK_WITHIN_MS } from './interactions/interaction.ts';

export interface LoopbackOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly token?: string;
  readonly clock?: LoopbackClock;
  readonly botName?: string;
  readonly heartbeatIntervalMs?: number;
  /** Bits of the privileged intents that are switched on for the application; none by default. */
  readonly allowedIntents?: number;
  /** What GET /gateway/bot recommends. */
  readonly shards?: number;
  readonly maxConcurrency?: number;
  readonly attachmentBytes?: number;
  /** When people read that the bot did not respond; shorter than Discord's 3 s only to save a test's time. */
  readonly givesUpAfterMs?: number;
}

export const DEFAULT_OPTIONS = {
  port: 0,
  token: 'loopback.token.only',
  clock: systemClock,
  botName: 'Concordance',
  heartbeatIntervalMs: 41_250,
  allowedIntents: 0,
  shards: 1,
  maxConcurrency: 16,
  attachmentBytes: ATTACHMENT_BYTES,
  givesUpAfterMs: ACK_WITHIN_MS,
} as const satisfies Required<LoopbackOptions>;
