/** One way of finding names, measured in a process of its own. */
export interface Engine {
  readonly name: string;
  /** Puts the names where they are searched; a file in `folder` if it keeps one. */
  build(names: readonly string[], folder: string): Promise<void> | void;
  /** Makes ready to answer: for an engine that keeps a file, this runs in a process that never saw the names. */
  open(folder: string): (query: string) => readonly string[];
  /** Set where the index is a file: then building and answering are two processes. */
  readonly file?: string;
  /** Adds names one by one, each on disk and found before the next; returns the milliseconds of each. */
  insert?(names: readonly string[], folder: string): readonly number[];
  /** Queries answered at a size, where all would take too long. */
  atMost?(size: number): number;
}
