import type { Examination } from '../../lore/keeping.ts';

/** Heavy work on one lorebook's file, done in a thread of its own. */
export type CareTask =
  | { readonly kind: 'examine'; readonly path: string }
  /** Copies it to a new file and examines the copy; one that is larger than `mostBytes` is compressed as `packed` if that helps. */
  | {
      readonly kind: 'copy';
      readonly path: string;
      readonly to: string;
      readonly packed: string;
      readonly mostBytes: number;
    }
  /** Gathers all that is kept of somebody. */
  | { readonly kind: 'person'; readonly path: string; readonly ref: string };

export type CareOutcome =
  | { readonly kind: 'examined'; readonly found: Examination }
  | { readonly kind: 'copied'; readonly found: Examination; readonly isPacked: boolean }
  | { readonly kind: 'gathered'; readonly json: Uint8Array };
