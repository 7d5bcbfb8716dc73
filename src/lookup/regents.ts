import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import type { ContinuityId, EntityId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { OpenWindow } from '../lore/time/bounds.ts';
import { compareRanks, type Fact, factsOf } from './facts.ts';
import { HOLDS, officeMeant } from './office.ts';
import { type Reading, readingsOf } from './readings.ts';
import { covers, type Term, termOf } from './term.ts';

/** One holder of an office in one timeline. */
export interface Holder {
  readonly kind: 'holder';
  readonly entity: Entity;
  readonly continuity: ContinuityId;
  readonly term: Term;
  /** What is said of the holding itself. */
  readonly facts: readonly Fact[];
  /** The claim that says when or how the term ended: a succession, or the next holder's beginning. */
  readonly endedBy: Claim | null;
  /** True where the end only follows from the next holder's beginning. */
  readonly isEndInferred: boolean;
}

/** A stretch in which nobody is recorded. */
export interface Gap {
  readonly kind: 'gap';
  /** The last claim before and the first one after it. */
  readonly after: Holder;
  readonly before: Holder;
}

export type Regents =
  | {
      readonly status: 'answered';
      readonly office: Entity;
      readonly corrected: { readonly typed: string; readonly read: string } | null;
      /** The default timeline's holders in order, gaps between them; other timelines after it. */
      readonly holders: readonly (Holder | Gap)[];
    }
  | {
      readonly status: 'not-recorded';
      readonly office: Entity | null;
      readonly typed: string;
      readonly nearest: readonly Entity[];
      /** Those named before and after a year in which nobody is. */
      readonly around: readonly Holder[];
    }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

/** The holders of an office in order, with the gaps; in a year, if one is asked for. */
export function regents(reader: LoreReader, typed: string | undefined, year: OpenWindow | null): Regents {
  const named = officeMeant(reader, typed);
  if (named.kind === 'several') {
    return { status: 'ambiguous', typed: typed ?? '', readings: readingsOf(reader, named.entities) };
  }
  if (named.kind === 'none') {
    return { status: 'not-recorded', office: null, typed: typed ?? '', nearest: named.nearest, around: [] };
  }
  const office = named.entity;
  const claims = reader.claimsByObject(office.id, HOLDS).filter(isTold);
  const all = withEnds(reader, office, holdersOf(reader, claims));
  const lines = year === null ? withGaps(all, office) : all.filter((holder) => holds(holder, year) === 'yes');
  if (lines.length === 0) {
    return { status: 'not-recorded', office, typed: typed ?? '', nearest: [], around: all };
  }
  const corrected = named.corrected === null ? null : { typed: typed ?? '', read: named.corrected };
  return { status: 'answered', office, corrected, holders: lines };
}

/** A denial, a belief or a mere wording names no holder. */
function isTold(claim: Claim): boolean {
  return claim.modality !== 'characterisation' && claim.modality !== 'belief';
}

/** Whether somebody held it then: told so, not excluded, or excluded. */
export function holds(holder: Holder, year: OpenWindow): 'yes' | 'maybe' | 'no' {
  return covers(holder.term, year);
}

function holdersOf(reader: LoreReader, claims: readonly Claim[]): Holder[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.continuity} ${claim.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const home = reader.continuities.home.id;
  return [...groups.values()]
    .flatMap((group): Holder[] => {
      const [first] = group;
      const entity = first === undefined ? undefined : reader.entity(first.subject);
      if (first === undefined || entity === undefined) return [];
      return [
        {
          kind: 'holder',
          entity,
          continuity: first.continuity,
          term: termOf(group),
          facts: factsOf(reader, group),
          endedBy: null,
          isEndInferred: false,
        },
      ];
    })
    .sort((a, b) => compareRanks(order(a, home), order(b, home)));
}

function order(holder: Holder, home: ContinuityId): readonly number[] {
  return [
    holder.continuity === home ? -1 : holder.continuity,
    holder.term.knownFrom ?? Number.MAX_SAFE_INTEGER,
    holder.term.knownTo ?? Number.MAX_SAFE_INTEGER,
    holder.entity.id,
  ];
}

/** Adds when a term ended: said by a succession, or inferred from the next holder of an office that has one at a time. */
function withEnds(reader: LoreReader, office: Entity, holders: readonly Holder[]): readonly Holder[] {
  return holders.map((holder, index) => {
    if (holder.term.endsBy !== null) return holder;
    const succession = reader
      .claimsBySubject(holder.entity.id, 'succeeded_by')
      .find(
        (claim) => claim.continuity === holder.continuity && isOfOffice(claim, office.id) && claim.bounds.sHi !== null,
      );
    if (succession !== undefined) {
      return { ...holder, endedBy: succession, term: { ...holder.term, endsBy: succession.bounds.sHi } };
    }
    const next = holders[index + 1];
    if (office.isShared || next === undefined || next.continuity !== holder.continuity) return holder;
    const begins = next.facts.flatMap((fact) => fact.claims).find((claim) => claim.bounds.sLo !== null);
    if (begins === undefined || holder.term.knownTo === null) return holder;
    return { ...holder, endedBy: begins, isEndInferred: true, term: { ...holder.term, endsBy: begins.bounds.sHi } };
  });
}

function isOfOffice(claim: Claim, office: EntityId): boolean {
  const said = claim.qualifiers.find((qualifier) => qualifier.name === 'office');
  return said === undefined || said.entity === office;
}

function withGaps(holders: readonly Holder[], office: Entity): readonly (Holder | Gap)[] {
  if (office.isShared) return holders;
  return holders.flatMap((holder, index): (Holder | Gap)[] => {
    const next = holders[index + 1];
    if (next === undefined || next.continuity !== holder.continuity) return [holder];
    return isGap(holder, next) ? [holder, { kind: 'gap', after: holder, before: next }] : [holder];
  });
}

/** Nobody says the one's term reached to the other's: its last known day lies before the next one's first. */
export function isGap(holder: Holder, next: Holder): boolean {
  if (holder.endedBy !== null && !holder.isEndInferred) return false;
  const last = holder.term.knownTo;
  const first = next.term.knownFrom;
  return last !== null && first !== null && last + 1 < first;
}
