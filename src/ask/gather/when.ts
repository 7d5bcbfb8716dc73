import type { Claim } from '../../lore/claim.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import { isWithin } from './scope.ts';

export interface Timed {
  /** Said to be so in the span. */
  readonly sure: readonly Claim[];
  /** Told without a date, where nothing dated is told of the matter. */
  readonly undated: readonly Claim[];
  /** Dated, but not in the span. */
  readonly out: readonly Claim[];
  /** States that had begun by then, of which no account says that they ended: true of the span for all that is told. */
  readonly ongoing: readonly Claim[];
}

/** Nothing is taken to go on for more than a hundred years on the strength of having begun. */
const LONGEST_GUESS = 100 * 366;

/**
 * Claims by the span that is asked about. What is true "as of" another year says nothing of this one, and an
 * undated telling of a state does not either where dated ones beside it do not reach.
 */
export function timed(claims: readonly Claim[], span: OpenWindow, reader: LoreReader): Timed {
  const sure = claims.filter((claim) => claim.date !== null && isWithin(claim, span) === 'yes');
  const out = claims.filter((claim) => claim.date !== null && isWithin(claim, span) !== 'yes');
  const open = claims.filter((claim) => claim.date === null);
  const isState = (claim: Claim): boolean => {
    const temporal = reader.predicates.get(claim.predicate)?.temporal;
    return temporal === 'state' || temporal === 'asof';
  };
  const undated = open.filter(
    (claim) => !isState(claim) || !claims.some((other) => other.date !== null && isSameMatter(claim, other, reader)),
  );
  const ongoing = out.filter((claim) => isState(claim) && goesOn(claim, span) && !isOvertaken(claim, claims, reader));
  return {
    sure,
    undated: undated.filter((claim) => sure.every((other) => !isSameMatter(claim, other, reader))),
    out,
    ongoing,
  };
}

function goesOn({ bounds: { sLo, sHi, eHi }, dateKind }: Claim, { min }: OpenWindow): boolean {
  const isBegun = dateKind !== 'point' && sLo !== null && sHi !== null && min !== null && sHi <= min;
  return isBegun && eHi === null && min - sHi < LONGEST_GUESS;
}

/** Something else of the same kind began after it. */
function isOvertaken(claim: Claim, claims: readonly Claim[], reader: LoreReader): boolean {
  if (reader.predicates.get(claim.predicate)?.cardinality === 'n') return false;
  const { sLo } = claim.bounds;
  return claims.some(
    (other) => other.subject === claim.subject && other.bounds.sLo !== null && sLo !== null && other.bounds.sLo > sLo,
  );
}

function isSameMatter(a: Claim, b: Claim, reader: LoreReader): boolean {
  if (a.predicate !== b.predicate) return false;
  const isOneValue = a.value.kind === 'entity' && b.value.kind === 'entity' && a.value.entity === b.value.entity;
  if (reader.predicates.get(a.predicate)?.cardinality === 'n') return a.subject === b.subject && isOneValue;
  return a.subject === b.subject || isOneValue;
}

/** Undated tellings of the same happening as the dated ones: they say the same with less. */
export function tellingsOf(sure: readonly Claim[], undated: readonly Claim[]): readonly Claim[] {
  return undated.filter((claim) => sure.some((other) => isSameTelling(claim, other)));
}

function isSameTelling(a: Claim, b: Claim): boolean {
  return (
    a.predicate === b.predicate &&
    a.subject === b.subject &&
    a.continuity === b.continuity &&
    JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}
