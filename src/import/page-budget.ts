/** What one page may cost, so that a bad one costs itself only. */
export const PAGE_LIMITS = {
  /** Characters; MediaWiki's own limit is two million bytes. */
  characters: 2_100_000,
  /** Characters of one paragraph: a longer one is told in several. */
  paragraph: 20_000,
  /** Templates, links and notes within each other. */
  depth: 60,
  /** Pieces a page is cut into. */
  nodes: 200_000,
  ms: 4_000,
} as const;

/** Counts what the reading of one page costs. */
export class PageBudget {
  #nodes = 0;
  readonly #until: number;

  constructor(ms: number = PAGE_LIMITS.ms) {
    this.#until = performance.now() + ms;
  }

  /** False once the page has cost what it may. */
  spend(): boolean {
    this.#nodes += 1;
    if (this.#nodes > PAGE_LIMITS.nodes) return false;
    // The clock is asked seldom: asking costs more than a step of the work.
    return this.#nodes % 2048 !== 0 || performance.now() < this.#until;
  }
}
