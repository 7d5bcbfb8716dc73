import type { TableProblem } from './tables/text-chunks.ts';

/** What is wrong with a file as a whole: nothing of it, or nothing after this place, can be read. */
export type ImportProblem =
  | TableProblem
  | { readonly kind: 'empty-file'; readonly path: string }
  /** A picture, an archive of an unknown kind …: `what` says it in words. */
  | { readonly kind: 'wrong-kind'; readonly path: string; readonly what: WrongKind }
  | { readonly kind: 'python-bytes'; readonly path: string }
  | { readonly kind: 'doctype'; readonly path: string; readonly line: number }
  | { readonly kind: 'broken-xml'; readonly path: string; readonly line: number; readonly why: string }
  | { readonly kind: 'cut-off'; readonly path: string; readonly line: number; readonly pages: number }
  | { readonly kind: 'not-an-export'; readonly path: string }
  | { readonly kind: 'bad-json'; readonly path: string; readonly why: string }
  | { readonly kind: 'too-large'; readonly path: string; readonly mostMb: number }
  | { readonly kind: 'too-many'; readonly path: string; readonly most: number }
  | { readonly kind: 'nothing-to-read'; readonly path: string }
  | { readonly kind: 'not-a-book'; readonly path: string }
  /** `file`: the entry that is to blame; empty where it cannot be told. */
  | {
      readonly kind: 'bad-zip';
      readonly path: string;
      readonly why: 'climbs' | 'bomb' | 'damaged';
      readonly file: string;
    };

/** Kinds of file that hold no lore, told by their first bytes. */
export type WrongKind = 'picture' | 'pdf' | 'archive' | 'database' | 'program' | 'sound' | 'office' | 'binary' | 'pack';

/** Ends the reading of a source; what was read before it stands if whoever imports wants it so. */
export class ImportError extends Error {
  readonly problem: ImportProblem;
  constructor(problem: ImportProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}
