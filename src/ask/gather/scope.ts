import type { Claim } from '../../lore/claim.ts';
import type { Continuity } from '../../lore/continuity.ts';
import { isOfOurWorld } from '../../lore/our-world.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { Understanding } from '../reading/reading.ts';

export interface Scoped {
  /** Of the timeline asked for, or of the default one. */
  readonly main: readonly Claim[];
  /** Of other timelines; empty where the asker named one. */
  readonly elsewhere: readonly Claim[];
  /** Nothing is told in the timeline itself: `main` is what it takes over from the one it branched off. */
  readonly isInherited: boolean;
}

/** Parts claims by timeline, after leaving out what another account or work tells than the one asked for. */
export function scoped(claims: readonly Claim[], understanding: Understanding, reader: LoreReader): Scoped {
  const { timeline, account, work } = understanding;
  const told = claims.filter(
    (claim) =>
      (account === null || claim.account === account.id) &&
      (work === null || claim.citations.some((citation) => citation.work === work.entity)),
  );
  const home = reader.continuities.home;
  if (timeline === null) {
    const line = new Set(reader.continuities.lineage(home.id).map((node) => node.id));
    const isMain = (claim: Claim): boolean =>
      line.has(claim.continuity) ||
      claim.continuity === understanding.homeOfChosen?.id ||
      isOfOurWorld(claim.predicate);
    return { main: told.filter(isMain), elsewhere: told.filter((claim) => !isMain(claim)), isInherited: false };
  }
  const own = told.filter((claim) => claim.continuity === timeline.id || isOfOurWorld(claim.predicate));
  if (own.length > 0) return { main: own, elsewhere: [], isInherited: false };
  const inherited = inheritedBy(timeline, told, reader);
  return { main: inherited, elsewhere: [], isInherited: inherited.length > 0 && timeline.id !== home.id };
}

/** What a branch takes over: all that is dated before it branches off, or everything where no date is given. */
function inheritedBy(timeline: Continuity, claims: readonly Claim[], reader: LoreReader): readonly Claim[] {
  const line = reader.continuities.lineage(timeline.id).slice(1);
  const days = [timeline.branchDay, ...line.map((node) => node.branchDay)];
  for (const [at, node] of line.entries()) {
    const own = claims.filter((claim) => claim.continuity === node.id);
    const last = days.slice(0, at + 1).filter((day) => day !== null);
    const shared = last.length === 0 ? own : own.filter((claim) => isBefore(claim, Math.min(...last)));
    if (shared.length > 0) return shared.filter((claim) => !isDeniedIn(timeline, claim, reader));
  }
  return [];
}

function isBefore({ bounds }: Claim, day: number): boolean {
  const last = bounds.eHi ?? bounds.sHi;
  return last !== null && last <= day;
}

/** Whether the timeline says that a thing the claim speaks of never was. */
function isDeniedIn(timeline: Continuity, claim: Claim, reader: LoreReader): boolean {
  const things = [claim.subject, ...(claim.value.kind === 'entity' ? [claim.value.entity] : [])];
  return things.some((thing) => denials(reader, thing, timeline).length > 0);
}

/** Claims of a timeline that the thing never was. */
export function denials(reader: LoreReader, thing: Claim['subject'], timeline: Continuity): readonly Claim[] {
  return reader
    .claimsBySubject(thing, 'existed')
    .filter((claim) => claim.continuity === timeline.id && claim.value.kind === 'yesno' && !claim.value.yes);
}

export type When = 'yes' | 'maybe' | 'no';

/** A date no wider than this speaks of each year it may be. */
const NARROW = 5 * 366;

/** Whether a claim speaks of some day of the span: said to, not excluded, or excluded. */
export function isWithin({ date, bounds, dateKind }: Claim, span: OpenWindow): When {
  if (date === null) return 'maybe';
  const from = span.min ?? Number.NEGATIVE_INFINITY;
  const to = span.max ?? Number.POSITIVE_INFINITY;
  const { sLo, sHi, eLo, eHi } = bounds;
  const first = sLo ?? Number.NEGATIVE_INFINITY;
  const last = eHi ?? Number.POSITIVE_INFINITY;
  if (first > to || last < from) return 'no';
  if (dateKind === 'point' || (sLo !== null && eHi !== null)) {
    const isInside = first >= from && last <= to;
    return isInside || last - first <= NARROW
      ? 'yes'
      : sHi !== null && eLo !== null && sHi <= to && eLo >= from
        ? 'yes'
        : 'maybe';
  }
  // It had begun by the end of the span and was still so at its beginning, or is seen in it.
  const begun = sHi ?? eLo ?? first;
  const seen = Math.max(
    eLo ?? Number.NEGATIVE_INFINITY,
    sHi ?? Number.NEGATIVE_INFINITY,
    eHi ?? Number.NEGATIVE_INFINITY,
  );
  const isWide = sLo !== null && sHi !== null && sHi - sLo > NARROW;
  return !isWide && (eLo ?? first) <= to && begun <= to && seen >= from ? 'yes' : 'maybe';
}
