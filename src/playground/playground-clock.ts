import { type LoopbackClock, systemClock } from './loopback/clock.ts';

/** The playground's time: real time, and what a person has set it forward by. It never goes back. */
export class PlaygroundClock implements LoopbackClock {
  readonly #base: LoopbackClock;
  readonly #listeners = new Set<() => void>();
  #aheadMs = 0;
  #foundingMs: number | null = null;

  constructor(base: LoopbackClock = systemClock) {
    this.#base = base;
  }

  now(): number {
    return this.#foundingMs ?? this.#base.now() + this.#aheadMs;
  }

  /** How far it is ahead of real time. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Sets it forward and tells whoever waits for a time that it may have come. */
  advance(ms: number): void {
    if (!(ms > 0)) throw new RangeError(`The clock can only be set forward, not by ${ms} ms.`);
    this.#aheadMs += ms;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Returns the function that stops listening. */
  onAdvance(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Holds the clock at one moment while `make` runs. Ids are made of time, so whatever is made at a fixed moment
   * keeps its id from one start to the next, and settings that name a role go on naming it.
   */
  standing<Made>(atMs: number, make: () => Made): Made {
    this.#foundingMs = atMs;
    try {
      return make();
    } finally {
      this.#foundingMs = null;
    }
  }
}
