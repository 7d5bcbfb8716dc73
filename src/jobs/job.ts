import type { Lorebook } from '../lorebook/lorebook.ts';
import type { OpenProblem } from '../lorebook/open.ts';
import type { AddClaimsInput, AddClaimsOutcome } from './add-claims-job.ts';
import type { ExportInput, ExportOutcome } from './export-job.ts';
import type { ImportInput, ImportOutcome } from './import-job.ts';

/** Long work on a lorebook, by name: what it takes and what it gives. All of it crosses threads, so it is plain data. */
export interface Jobs {
  readonly export: { readonly input: ExportInput; readonly output: ExportOutcome };
  readonly import: { readonly input: ImportInput; readonly output: ImportOutcome };
  readonly 'add-claims': { readonly input: AddClaimsInput; readonly output: AddClaimsOutcome };
}
export type JobName = keyof Jobs;

/** Does the work on a lorebook opened for it alone; `onProgress` may be called as often as it likes. */
export type Job<Name extends JobName> = (
  lorebook: Lorebook,
  input: Jobs[Name]['input'],
  onProgress: (done: number) => void,
) => Jobs[Name]['output'];

/** What a worker thread is told when it starts. */
export interface JobOrder<Name extends JobName = JobName> {
  readonly name: Name;
  /** Path of the lorebook. */
  readonly path: string;
  readonly input: Jobs[Name]['input'];
}

/** What a worker thread says while it works. */
export interface JobProgress {
  readonly kind: 'progress';
  readonly done: number;
}

/** How a worker thread ended. */
export type JobMessage =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly problem: JobProblem }
  | { readonly kind: 'broken'; readonly error: Error };

/** Why a job came to nothing; the lorebook is as it was. */
export type JobProblem =
  | { readonly kind: 'lorebook'; readonly problem: OpenProblem }
  | { readonly kind: 'out-of-memory'; readonly mostMb: number }
  | { readonly kind: 'cancelled' };
