import type { Gathered } from '../gather/gather.ts';
import { isPassive } from '../gather/roles.ts';
import type { Understanding } from '../reading/reading.ts';
import type { PhraseHit } from '../words/phrases.ts';

/** "Who lost the keep?", "Who appointed the warden?": the one asked for stands on no side of the claim. */
export function asksForNobody({ hit, args }: Gathered, asked: Understanding): boolean {
  return isForOutsider(hit, asked) && args.every((arg) => arg.role !== 'doer');
}

/** "Who appointed …", but not "Who was appointed …". */
export function isForOutsider(hit: PhraseHit, asked: Understanding): boolean {
  return hit.phrase.isDoerOutside && asked.wh === 'who' && !isPassive(hit, asked);
}
