/** What a look over a lorebook's whole file found. */
export interface Examination {
  /** On disk, what is not merged into it yet included. */
  readonly bytes: number;
  readonly edits: number;
  /** Number of the last edit; 0 = none. */
  readonly lastEdit: number;
  /** The first edit that is not as it was written; null = the log is whole. */
  readonly brokenEdit: number | null;
  /** What the database itself complains of; empty = sound. */
  readonly faults: readonly string[];
}

/** A copy of a lorebook, whole and checked. */
export interface FileCopy {
  /** The copy itself; null where it is too large to hand out. */
  readonly bytes: Uint8Array | null;
  /** True where it was compressed (gzip) to be small enough. */
  readonly isPacked: boolean;
  /** True where it is too large and the host keeps it. */
  readonly isKept: boolean;
  readonly of: Examination;
}

/** How fast answers were since the start, in milliseconds; null = nothing was asked yet. */
export interface Speed {
  readonly answers: Latency | null;
  readonly keystrokes: Latency | null;
}

export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}
