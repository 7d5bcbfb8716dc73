import { createHash } from 'node:crypto';

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimitState {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait when the bucket is empty. */
  readonly retryAfterS: number | null;
}

const GENEROUS: RateLimit = { limit: 100_000, windowMs: 1_000 };

/** A bucket for each route and its major parameter, as Discord counts them. Generous unless a test narrows it. */
export class RateLimits {
  readonly #buckets = new Map<string, { used: number; resetsAtMs: number }>();
  #rule: RateLimit = GENEROUS;

  set(rule: RateLimit): void {
    this.#rule = rule;
    this.#buckets.clear();
  }

  reset(): void {
    this.set(GENEROUS);
  }

  take(method: string, pattern: string, major: string): RateLimitState {
    // Real time, since clients wait in real time.
    const now = Date.now();
    const key = `${method} ${pattern} ${major}`;
    const held = this.#buckets.get(key);
    const bucket =
      held !== undefined && held.resetsAtMs > now ? held : { used: 0, resetsAtMs: now + this.#rule.windowMs };
    this.#buckets.set(key, bucket);
    const waitS = (bucket.resetsAtMs - now) / 1000;
    const isEmpty = bucket.used >= this.#rule.limit;
    if (!isEmpty) bucket.used += 1;
    const headers = {
      'x-ratelimit-limit': String(this.#rule.limit),
      'x-ratelimit-remaining': String(Math.max(0, this.#rule.limit - bucket.used)),
      'x-ratelimit-reset': (bucket.resetsAtMs / 1000).toFixed(3),
      'x-ratelimit-reset-after': waitS.toFixed(3),
      'x-ratelimit-bucket': createHash('md5').update(`${method} ${pattern}`).digest('hex'),
    };
    return { headers, retryAfterS: isEmpty ? waitS : null };
  }
}
