import type { Gathered } from '../gather/gather.ts';
import type { Understanding } from '../reading/reading.ts';

/** "Who lost Terok Nor?": the one asked for stands on no side of the claim. */
export function asksForNobody({ hit, args }: Gathered, { wh }: Understanding): boolean {
  return hit.phrase.isDoerOutside && wh === 'who' && args.every((arg) => arg.role !== 'doer');
}
