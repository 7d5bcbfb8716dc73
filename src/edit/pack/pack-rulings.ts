import type { ClaimId } from '../../lore/ids.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { rulingProblem } from '../../lore/ruling.ts';
import type { Actor, LoreWriter, WriteSession } from '../../lore/writer.ts';
import type { FiledRuling, Pack, PackFault, Placed } from '../../pack/pack.ts';
import { claimOf } from './filed-conflicts.ts';

interface Ruled {
  readonly read: LoreReader;
  readonly write: LoreWriter;
}

/**
 * Rules as a pack says, once its claims are there and what stands against each other was found. A ruling on a matter that
 * does not come up any more says nothing: it is left out and returned as a fault for whoever checks the pack.
 */
export function loadRulings(pack: Pack, lorebook: Ruled, actor: Actor, at: number): readonly PackFault[] {
  const faults: PackFault[] = [];
  for (const ruling of pack.rulings) {
    const fault = lorebook.write.transaction((session) => ruleAs(ruling, session, lorebook.read, actor, at));
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

function ruleAs(
  { place, value }: Placed<FiledRuling>,
  session: WriteSession,
  read: LoreReader,
  actor: Actor,
  at: number,
): PackFault | null {
  const unknown = (what: string, text: string): PackFault => ({ place, fault: { kind: 'unknown', what, text } });
  const finding = read.finding(value.conflict);
  if (finding === undefined) return unknown('conflict', value.conflict);
  // A lorebook that was filled before has its rulings.
  if (read.rulingOn(finding.id) !== null) return null;
  const claim: ClaimId | null | undefined =
    value.claim == null || value.claim === '' ? null : claimOf(value.claim, session, read.accounts);
  if (claim === undefined) return unknown('claim', value.claim ?? '');
  const ruling = { kind: value.kind, claim, note: value.note };
  if (rulingProblem(finding, ruling) !== null) return unknown('claim', value.claim ?? '');
  const edit = session.record({
    actor,
    op: 'rule',
    target: `finding:${finding.id}`,
    after: { kind: value.kind, claim, timeline: null },
    reason: value.note,
    at,
  });
  session.addRuling(finding, ruling, edit);
  return null;
}
