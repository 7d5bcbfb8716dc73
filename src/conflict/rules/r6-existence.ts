import type { EntityId } from '../../lore/ids.ts';
import { windowsDisjoint } from '../../lore/time/bounds.ts';
import { type Breach, LONGEST_SIDE } from '../breach.ts';
import { type Fact, isCompared, isDated, statedWindow } from '../fact.ts';
import { lowered } from '../severity.ts';
import type { World } from '../world.ts';

export const EXISTED = 'existed';

/** What is told of one entity that somebody says never existed. */
export interface ExistenceGroup {
  readonly subject: EntityId;
  /** Every `existed` claim on it. */
  readonly existence: readonly Fact[];
  /** Other claims on it, those that tell of its beginning first. */
  readonly others: readonly Fact[];
}

/** "It never existed" shuts out every other claim on it: one finding for each timeline, never one for each claim. */
export function existenceBreaches(world: World, group: ExistenceGroup): readonly Breach[] {
  const denials = group.existence.filter((fact) => fact.text === 'no' && isCompared(fact));
  const others = [...group.existence.filter((fact) => fact.text === 'yes'), ...group.others].filter(isCompared);
  const breaches: Breach[] = [];
  for (const id of new Set(denials.map((fact) => fact.continuity))) {
    const no = denials.filter((fact) => fact.continuity === id);
    const own = others.filter((fact) => fact.continuity === id && clashes(no, fact));
    if (own.length > 0) breaches.push(breachOf(world, group.subject, 'conflict', no, own));
    const kin = others.filter((fact) => {
      const kinship = world.continuities.kinship(id, fact.continuity);
      return (kinship === 'ancestor' || kinship === 'descendant') && clashes(no, fact);
    });
    if (kin.length > 0) breaches.push(breachOf(world, group.subject, 'divergence', no, kin));
  }
  return breaches;
}

function clashes(denials: readonly Fact[], fact: Fact): boolean {
  return denials.some(
    (no) => !isDated(no) || (isDated(fact) && !windowsDisjoint(statedWindow(no), statedWindow(fact))),
  );
}

function breachOf(
  world: World,
  subject: EntityId,
  kind: 'conflict' | 'divergence',
  denials: readonly Fact[],
  others: readonly Fact[],
): Breach {
  const [no, other] = [denials[0], others[0]];
  if (no === undefined || other === undefined) throw new Error('a denial of existence needs both sides');
  const ids = (facts: readonly Fact[]) => facts.map((fact) => fact.id).slice(0, LONGEST_SIDE);
  return {
    rule: 'R6e',
    class: kind,
    severity: lowered(3, [no, other]),
    continuity: world.continuities.get(no.continuity).id,
    subject,
    predicate: no.predicate,
    key: '',
    sides: [
      { value: 'no', claims: ids(denials) },
      { value: 'yes', claims: ids(others) },
    ],
    explanation: [no.id, other.id],
    slots: [],
    detail: { pair: [no.id, other.id] },
  };
}
