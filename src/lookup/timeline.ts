import type { Claim } from '../lore/claim.ts';
import type { Continuity } from '../lore/continuity.ts';
import type { Entity } from '../lore/entity.ts';
import { isOfOurWorld } from '../lore/our-world.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { OpenWindow } from '../lore/time/bounds.ts';
import { isGregorian } from '../lore/time/gregorian.ts';
import { parseDate } from '../lore/time/parse-date.ts';
import { compareDates } from '../lore/time/reading-dates.ts';
import { claimsAbout } from './about.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';

/** One timeline's dated facts, earliest first. */
export interface Strand {
  readonly continuity: Continuity;
  readonly facts: readonly Fact[];
}

export type Timeline =
  | {
      readonly status: 'answered';
      readonly about: Entity | null;
      readonly corrected: Corrected | null;
      /** The default timeline first. */
      readonly strands: readonly Strand[];
      /** Of works, in the readers' own time: release dates and the like lie in no timeline of the world. */
      readonly outside: readonly Fact[];
      /** Without a date; empty where a span was asked for. */
      readonly undated: readonly Fact[];
      /** True where more claims fall in the span than were read. */
      readonly isCut: boolean;
    }
  | {
      readonly status: 'not-recorded';
      readonly about: Entity | null;
      readonly typed: string;
      readonly nearest: readonly Entity[];
    }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

function isOutside(fact: Fact): boolean {
  return isOfOurWorld(fact.lead.predicate);
}

/** Claims read for a timeline of everything. */
export const MOST_TIMELINE_CLAIMS = 1500;

/** Dated claims in order, of one entity or of all, in a span of days (null = open). */
export function timeline(reader: LoreReader, typed: string | undefined, span: OpenWindow): Timeline {
  const named = typed === undefined || typed.trim() === '' ? null : resolveName(reader, typed);
  if (named?.kind === 'several') {
    return { status: 'ambiguous', typed: typed ?? '', readings: readingsOf(reader, named.entities) };
  }
  if (named?.kind === 'none')
    return { status: 'not-recorded', about: null, typed: named.typed, nearest: named.nearest };
  const about = named?.entity ?? null;
  const claims = about === null ? within(reader, span) : claimsAbout(reader, about.id);
  const facts = factsOf(
    reader,
    claims.filter((claim) => claim.modality !== 'characterisation'),
  );
  const isSpan = span.min !== null || span.max !== null;
  const [inside, works] = [facts.filter((fact) => !isOutside(fact)), about === null ? [] : facts.filter(isOutside)];
  const dated = inside.filter((fact) => fact.lead.date !== null && (!isSpan || isWithin(fact.lead, span)));
  const undated = isSpan || about === null ? [] : inside.filter((fact) => fact.lead.date === null);
  // A span is of the world's years: where those are not ours, no release lies in it.
  const isOurs = isGregorian(reader.profile.calendar);
  const outside = works.filter((fact) => !isSpan || (isOurs && isWithin(fact.lead, span)));
  if (dated.length + undated.length + outside.length === 0)
    return { status: 'not-recorded', about, typed: typed ?? '', nearest: [] };
  const corrected = named?.corrected == null ? null : { typed: typed ?? '', read: named.corrected };
  const isCut = about === null && claims.length >= MOST_TIMELINE_CLAIMS;
  return { status: 'answered', about, corrected, strands: strandsOf(reader, dated), outside, undated, isCut };
}

function within(reader: LoreReader, span: OpenWindow): readonly Claim[] {
  return reader.claimsWithin({ from: span.min, to: span.max }, MOST_TIMELINE_CLAIMS);
}

/** Whether what happened (or began, or was so) may lie in the span. */
function isWithin({ bounds }: Claim, span: OpenWindow): boolean {
  const first = bounds.sLo ?? bounds.eLo ?? bounds.sHi ?? bounds.eHi;
  const last = bounds.eHi ?? bounds.sHi ?? bounds.eLo ?? bounds.sLo;
  if (first === null || last === null) return false;
  return first <= (span.max ?? Number.POSITIVE_INFINITY) && last >= (span.min ?? Number.NEGATIVE_INFINITY);
}

function strandsOf(reader: LoreReader, facts: readonly Fact[]): readonly Strand[] {
  const { calendar } = reader.profile;
  const home = reader.continuities.home.id;
  const dates = new Map(
    facts.map((fact) => {
      const read = fact.lead.date === null ? null : parseDate(fact.lead.date, calendar);
      return [fact, read?.ok === true ? read.value : null] as const;
    }),
  );
  const groups = Map.groupBy(facts, (fact) => fact.continuity);
  return [...groups]
    .sort(([a], [b]) => Number(a !== home) - Number(b !== home) || a - b)
    .map(([id, some]) => ({
      continuity: reader.continuities.get(id),
      facts: [...some].sort(
        (a, b) => compareDates(dates.get(a) ?? null, dates.get(b) ?? null) || a.lead.id - b.lead.id,
      ),
    }));
}
