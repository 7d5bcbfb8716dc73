import { newsDocument } from '../../src/documents/facts/suggestions.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import type { Document } from '../../src/messages/document.ts';

/** Something somebody waits to hear, told beside the answer to what they asked. */
export interface News {
  readonly document: Document;
  /** Called before it is told, so that it is told once; with false where that failed. */
  mark(isTold: boolean): void;
}

/** What became of somebody's suggestions since they were here last; null = nothing. */
export function newsFor(lorebook: Lorebook, ref: string): News | null {
  const { suggestions, read } = lorebook;
  const untold = suggestions.untold(ref);
  if (untold.length === 0) return null;
  return {
    document: newsDocument(untold, voiceOf(read)),
    mark: (isTold) => {
      for (const { id } of untold) suggestions.markTold(id, isTold);
    },
  };
}
