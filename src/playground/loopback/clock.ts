/** Time as the loopback Discord sees it. Waiting is always in real time; only ages are read from here. */
export interface LoopbackClock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

export const systemClock: LoopbackClock = { now: () => Date.now() };
