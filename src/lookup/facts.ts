import type { Claim, ClaimValue } from '../lore/claim.ts';
import type { Finding } from '../lore/finding.ts';
import { fold } from '../lore/fold.ts';
import type { ContinuityId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import { preferredBy } from '../lore/ruling.ts';
import type { Bounds, Day } from '../lore/time/bounds.ts';

/** What one or several accounts say alike: one line of a card. */
export interface Fact {
  /** The claim whose words are shown: the most exact of those that agree. */
  readonly lead: Claim;
  /** All that say it, the lead among them, in the order they were told. */
  readonly claims: readonly Claim[];
  readonly continuity: ContinuityId;
  /** Findings in which one of them stands. */
  readonly findings: readonly Finding[];
}

/** Puts claims that say the same of the same thing into one fact; those of different timelines or times stay apart. */
export function factsOf(reader: LoreReader, claims: readonly Claim[]): readonly Fact[] {
  const groups = new Map<string, Claim[][]>();
  for (const claim of claims) {
    const key = sameness(claim);
    const facts = groups.get(key) ?? [];
    groups.set(key, facts);
    const home = facts.find((fact) => fact.every((other) => canBeOneTime(claim.bounds, other.bounds)));
    if (home === undefined) facts.push([claim]);
    else home.push(claim);
  }
  const told = [...groups.values()].flat().flatMap((group): Fact[] => {
    const lead = leadOf(group);
    if (lead === undefined) return [];
    const findings = reader.findingsOf(group.map((claim) => claim.id));
    return [{ lead, claims: group, continuity: lead.continuity, findings }];
  });
  return preferredFirst(reader, told);
}

/**
 * Of what stands against each other, the side a ruling prefers is told first, then the higher tier of work, then of
 * account. Nothing is left out, and all else keeps its place.
 */
function preferredFirst(reader: LoreReader, told: readonly Fact[]): readonly Fact[] {
  const disputed = told.filter(({ findings }) => findings.length > 0);
  if (disputed.length < 2) return told;
  const preferred = new Set(
    disputed.flatMap(({ findings }) =>
      findings.flatMap((finding) => [...preferredBy(finding, reader.rulingOn(finding.id))]),
    ),
  );
  const highest = Math.max(...disputed.map((fact) => tierOf(fact, reader)));
  const rank = (fact: Fact): number => {
    if (fact.claims.some((claim) => preferred.has(claim.id))) return -1;
    return fact.findings.length === 0 ? 0 : highest - tierOf(fact, reader);
  };
  return [...told].sort((x, y) => rank(x) - rank(y));
}

/** More than any account's tier, so that the tier of the work always weighs more. */
const WORK_TIER = 1_000;

function tierOf({ lead }: Fact, reader: LoreReader): number {
  const works = lead.citations.map((citation) => reader.work(citation.work)?.tier ?? 0);
  return Math.max(0, ...works) * WORK_TIER + (reader.account(lead.account)?.tier ?? 0);
}

/** Two claims with the same text here differ in nothing but, perhaps, their time. */
function sameness(claim: Claim): string {
  return JSON.stringify([
    claim.continuity,
    claim.subject,
    claim.predicate,
    valueKey(claim.value),
    claim.modality === 'reported' || claim.modality === 'belief' ? claim.modality : '',
    claim.qualifiers
      .filter((qualifier) => DISTINGUISHING.has(qualifier.name))
      .map((qualifier) => `${qualifier.name}=${qualifier.entity ?? fold(qualifier.text)}`)
      .sort(),
  ]);
}

/** Details that make it another fact, not another wording. */
const DISTINGUISHING: ReadonlySet<string> = new Set(['what', 'office', 'scope']);

/** Whether both may speak of one stretch of time: their starts can be the same day, and so can their ends. */
function canBeOneTime(a: Bounds, b: Bounds): boolean {
  return meets(a.sLo, a.sHi, b.sLo, b.sHi) && meets(a.eLo, a.eHi, b.eLo, b.eHi);
}

function meets(aLow: Day | null, aHigh: Day | null, bLow: Day | null, bHigh: Day | null): boolean {
  return (
    (aLow ?? Number.NEGATIVE_INFINITY) <= (bHigh ?? Number.POSITIVE_INFINITY) &&
    (bLow ?? Number.NEGATIVE_INFINITY) <= (aHigh ?? Number.POSITIVE_INFINITY)
  );
}

function valueKey(value: ClaimValue): string {
  switch (value.kind) {
    case 'entity':
      return `e${value.entity}`;
    case 'text':
      return `t${fold(value.text)}`;
    case 'quantity':
      return `q${value.low}..${value.high}`;
    case 'yesno':
      return `y${value.yes}`;
    case 'date':
    case 'unknown':
    case 'none':
      return value.kind;
  }
}

const MODALITY_ORDER = ['asserted', 'hedged', 'reported', 'belief', 'characterisation'];

/** Asserted before hedged, dated before undated, narrower before vaguer, cited before uncited, then as told. */
export function leadOf(claims: readonly Claim[]): Claim | undefined {
  const rank = (claim: Claim): readonly number[] => [
    MODALITY_ORDER.indexOf(claim.modality),
    claim.date === null ? 1 : 0,
    width(claim),
    claim.citations.length === 0 ? 1 : 0,
    claim.id,
  ];
  return [...claims].sort((a, b) => compareRanks(rank(a), rank(b)))[0];
}

function width({ bounds }: Claim): number {
  const from = bounds.sLo ?? bounds.eLo;
  const to = bounds.eHi ?? bounds.sHi;
  return from === null || to === null ? Number.MAX_SAFE_INTEGER : to - from;
}

/** Smaller comes first, place by place. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A single claim as a fact of its own. */
export function plainFact(claim: Claim, reader: LoreReader): Fact {
  return { lead: claim, claims: [claim], continuity: claim.continuity, findings: reader.findingsOf([claim.id]) };
}
