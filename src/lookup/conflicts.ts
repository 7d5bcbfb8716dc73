import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { type Finding, type FindingClass, hasSign } from '../lore/finding.ts';
import type { LoreReader } from '../lore/reader.ts';
import { preferredBy, rulingState } from '../lore/ruling.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';

/** What one side of a matter says: its claims, in the order they were told. */
export interface Side {
  readonly claims: readonly Claim[];
}

/** A finding with the claims that stand in it, side by side. */
export interface Matter {
  readonly finding: Finding;
  readonly sides: readonly Side[];
}

export type Conflicts =
  | { readonly status: 'one'; readonly matter: Matter }
  | {
      readonly status: 'list';
      readonly about: Entity | null;
      readonly corrected: Corrected | null;
      readonly matters: readonly Matter[];
      /** True where more findings are kept than were read. */
      readonly isCut: boolean;
    }
  /** The silent classes are told of one thing at a time. */
  | { readonly status: 'name-needed'; readonly class: FindingClass }
  | { readonly status: 'none'; readonly about: Entity | null; readonly class: FindingClass | null }
  | { readonly status: 'not-recorded'; readonly typed: string; readonly nearest: readonly Entity[] }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

export interface ConflictsAsked {
  /** A name, or the id of one finding. */
  readonly about: string | undefined;
  readonly class: FindingClass | null;
  /** Also findings that carry neither the sign nor another timeline. */
  readonly isAll: boolean;
}

export const MOST_MATTERS = 500;

/** Where the accounts disagree: the list, or one matter in full. */
export function conflicts(reader: LoreReader, asked: ConflictsAsked): Conflicts {
  const typed = asked.about?.trim() ?? '';
  const one = /^[A-Z2-7]{8}$/.test(typed) ? reader.finding(typed) : undefined;
  if (one !== undefined) return { status: 'one', matter: matterOf(reader, one) };
  const named = typed === '' ? null : resolveName(reader, typed);
  if (named?.kind === 'several') return { status: 'ambiguous', typed, readings: readingsOf(reader, named.entities) };
  if (named?.kind === 'none') return { status: 'not-recorded', typed, nearest: named.nearest };
  const about = named?.entity ?? null;
  const isSilent = asked.class !== null && !KEPT.has(asked.class);
  if (isSilent && about === null) return { status: 'name-needed', class: asked.class };
  const read = isSilent && about !== null ? silentOn(reader, about, asked.class) : keptOn(reader, about, asked.class);
  const shown = read.filter(
    (finding) => asked.isAll || isSilent || (isNamed(finding) && !isDismissed(reader, finding)),
  );
  if (shown.length === 0) return { status: 'none', about, class: asked.class };
  const corrected = named?.corrected == null ? null : { typed, read: named.corrected };
  const matters = shown.map((finding) => matterOf(reader, finding));
  return { status: 'list', about, corrected, matters, isCut: read.length >= MOST_MATTERS };
}

/** What a list without `all` names: what carries the sign, and other timelines. */
function isNamed(finding: Finding): boolean {
  return hasSign(finding) || finding.class === 'divergence';
}

function isDismissed(reader: LoreReader, finding: Finding): boolean {
  return rulingState(finding, reader.rulingOn(finding.id)) === 'dismissed';
}

/** Classes whose findings are kept; the others are derived when asked. */
const KEPT: ReadonlySet<FindingClass> = new Set(['conflict', 'temporal', 'divergence']);

function keptOn(reader: LoreReader, about: Entity | null, wanted: FindingClass | null): readonly Finding[] {
  return reader.findings({
    ...(about === null ? {} : { about: about.id }),
    ...(wanted === null ? {} : { class: wanted }),
    limit: MOST_MATTERS,
  });
}

function silentOn(reader: LoreReader, about: Entity, wanted: FindingClass): readonly Finding[] {
  return reader.explained(about.id).filter((finding) => finding.class === wanted);
}

/** A finding with its claims, each side in the order it is told; the side a ruling prefers goes first. */
export function matterOf(reader: LoreReader, finding: Finding): Matter {
  const preferred = preferredBy(finding, reader.rulingOn(finding.id));
  const sides = finding.sides
    .map((side) => ({ claims: side.flatMap((id) => reader.claim(id) ?? []) }))
    .filter(({ claims }) => claims.length > 0);
  const rank = ({ claims }: Side): number => (claims.some((claim) => preferred.has(claim.id)) ? 0 : 1);
  return { finding, sides: [...sides].sort((a, b) => rank(a) - rank(b)) };
}
