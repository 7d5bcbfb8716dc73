/** 0 answered or done, 1 nothing found, 2 wrong use or bad input, 3 something broke. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a verb came to: text for people, a document for programs. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly text: string;
  readonly json: object;
  /** With exit 2: the one sentence for standard error, beside a report that names every fault. */
  readonly complaint?: string;
}

/** Wrong use or bad input: one clear sentence. Thrown by verbs, caught once. */
export class UsageError extends Error {
  readonly code: string;
  constructor(message: string, code = 'bad-input') {
    super(message);
    this.code = code;
  }
}
