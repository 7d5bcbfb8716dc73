import type { Config } from '../../config.ts';
import type { Outcome } from '../outcome.ts';

export interface VerbContext {
  readonly config: Config;
  /** Path of the lorebook that is meant. */
  readonly path: string;
  /** True where a person watches standard error. */
  readonly showsProgress: boolean;
  readonly writeError: (text: string) => void;
}

/** A verb that is not a look-up. */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  run(argv: readonly string[], context: VerbContext): Outcome | Promise<Outcome>;
}
