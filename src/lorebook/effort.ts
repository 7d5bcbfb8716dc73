/** Thrown through work that was to be brief and turns out to be long; its transaction leaves nothing. */
export class TakesLong extends Error {}

/**
 * How much work may still be done here. Counted in rows and statements, not timed: what is long is the same on every
 * machine, however busy it is.
 */
export interface Effort {
  /** Throws `TakesLong` where brief work becomes more than that. */
  spend(rows: number): void;
  /** Runs `work` with so much to spend; what it awaits is not counted. */
  limited<T>(rows: number, work: () => T): T;
}

export function effortOf(): Effort {
  let left = Number.POSITIVE_INFINITY;
  return {
    spend: (rows) => {
      left -= rows;
      if (left < 0) throw new TakesLong('this takes long');
    },
    limited: (rows, work) => {
      const before = left;
      left = rows;
      try {
        return work();
      } finally {
        left = before;
      }
    },
  };
}
