import type { Entity } from '../lore/entity.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { OpenWindow } from '../lore/time/bounds.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';
import { covers, termOf } from './term.ts';

const MEMBER = 'member_of';

export interface Member {
  readonly entity: Entity;
  readonly fact: Fact;
  /** Asked for a year: whether it is said, or only not excluded. */
  readonly isSure: boolean;
}

export type Members =
  | {
      readonly status: 'answered';
      readonly of: Entity;
      readonly corrected: Corrected | null;
      readonly members: readonly Member[];
    }
  | {
      readonly status: 'not-recorded';
      readonly of: Entity | null;
      readonly typed: string;
      readonly nearest: readonly Entity[];
    }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

/** Who belonged to a polity, group or crew; at a year, if one is asked for. */
export function members(reader: LoreReader, typed: string, year: OpenWindow | null): Members {
  const named = resolveName(reader, typed);
  if (named.kind === 'several') return { status: 'ambiguous', typed, readings: readingsOf(reader, named.entities) };
  if (named.kind === 'none') return { status: 'not-recorded', of: null, typed, nearest: named.nearest };
  const group = named.entity;
  const claims = memberPredicates(reader)
    .flatMap((predicate) => reader.claimsByObject(group.id, predicate))
    .filter((claim) => claim.modality !== 'characterisation');
  const home = reader.continuities.home.id;
  const list = factsOf(reader, claims)
    .flatMap((fact): Member[] => {
      const entity = reader.entity(fact.lead.subject);
      const when = year === null ? 'yes' : covers(termOf(fact.claims), year);
      return entity === undefined || when === 'no' ? [] : [{ entity, fact, isSure: when === 'yes' }];
    })
    .sort((a, b) => Number(a.fact.continuity !== home) - Number(b.fact.continuity !== home));
  if (list.length === 0) return { status: 'not-recorded', of: group, typed, nearest: [] };
  const corrected = named.corrected === null ? null : { typed, read: named.corrected };
  return { status: 'answered', of: group, corrected, members: list };
}

/** Membership itself and whatever a lorebook declares to imply it. */
function memberPredicates(reader: LoreReader): readonly string[] {
  const implying = reader.predicates.all.filter((predicate) => predicate.implies.includes(MEMBER));
  return [MEMBER, ...implying.map((predicate) => predicate.id)];
}
