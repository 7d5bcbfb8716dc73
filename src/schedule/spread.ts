import { createHash } from 'node:crypto';

/**
 * Many servers choose the same hour, and a bot has 50 requests a second. So each has a place of its own in the minutes
 * after it: always the same one, and none at all while there are few.
 */
const STEPS: readonly { readonly upTo: number; readonly windowMs: number }[] = [
  { upTo: 50, windowMs: 0 },
  { upTo: 1_000, windowMs: 60_000 },
  { upTo: Number.POSITIVE_INFINITY, windowMs: 300_000 },
];

/** How long after the minute posts may begin, with so many schedules. */
export function spreadWindow(schedules: number): number {
  return STEPS.find(({ upTo }) => schedules <= upTo)?.windowMs ?? 0;
}

/** A server's place in that window, in milliseconds after the minute. */
export function spreadOf(guildId: string, windowMs: number): number {
  const place = createHash('sha256').update(guildId).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(place * windowMs);
}

/** What makes a post of one server and day the same post, however often it is sent: at most 25 characters. */
export function nonceOf(guildId: string, day: string, attempt: string): string {
  return createHash('sha256').update(`${guildId} ${day} ${attempt}`).digest('base64url').slice(0, 24);
}
