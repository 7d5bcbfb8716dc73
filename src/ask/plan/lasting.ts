import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { civilDay } from '../../lore/time/axis.ts';
import type { Day } from '../../lore/time/bounds.ts';
import { isOccasion } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { type Context, linesOf, only, type Plan, variantsOf } from './context.ts';

/** What begins and ends a thing of a kind; what happens has dates of its own. */
const ENDS: Readonly<Record<string, readonly [begin: readonly string[], end: readonly string[]]>> = {
  person: [['born'], ['died', 'killed_by']],
  polity: [['formed', 'founded_by'], ['dissolved']],
  group: [['formed', 'founded_by'], ['dissolved']],
  place: [['built'], ['destroyed']],
  vessel: [['built'], ['destroyed']],
  artefact: [['built'], ['destroyed']],
};
const LASTING =
  /^(?:old|last|lasted|lasts|exist|existed|exists|live|lived|lives|take|took|go|went|stand|stood|survive|survived)$/;

/** "How long did the siege last?": from its first day to its last, as far as both are told. */
export const lasting: Plan = (context) => {
  const { asked } = context;
  const [mention] = asked.mentions;
  if (asked.wh !== 'how-long' || mention === undefined || asked.mentions.length > 1) return undefined;
  const thing = only(mention);
  if (thing === undefined || !asked.tokens.some((token) => LASTING.test(token.folded))) return undefined;
  const [begins, ends] = isOccasion(thing) ? ownDates(thing, context) : edgesOf(thing, context);
  const from = earliest(begins, ({ bounds }) => bounds.sLo);
  const to = isOccasion(thing)
    ? earliest(ends, ({ bounds }) => bounds.eHi)
    : earliest(ends, ({ bounds }) => bounds.sHi);
  if (from === null) return undefined;
  const { calendar } = context.reader.profile;
  const years = to === null ? null : civilDay(calendar, to).year - civilDay(calendar, from).year;
  const claims = [...new Set([...begins, ...ends])];
  return {
    status: 'answered',
    intent: 'how-long',
    head: { kind: 'lasted', from, to, years, isBegun: true },
    lines: linesOf(claims, 'main', context.reader),
    variants: variantsOf(claims, () => 'date'),
    predicates: [...new Set(claims.map((claim) => claim.predicate as string))],
    entities: [thing],
  };
};

function ownDates(event: Entity, { asked, reader }: Context): readonly [readonly Claim[], readonly Claim[]] {
  const { main } = scoped(reader.claimsBySubject(event.id, 'date'), asked, reader);
  return [main, main.filter(({ bounds }) => bounds.eHi !== null)];
}

function edgesOf(thing: Entity, { asked, reader }: Context): readonly [readonly Claim[], readonly Claim[]] {
  const [begin, end] = ENDS[thing.kind] ?? [[], []];
  const told = (predicates: readonly string[]): readonly Claim[] =>
    scoped(
      predicates
        .flatMap((predicate) => reader.claimsBySubject(thing.id, predicate))
        .filter(({ date }) => date !== null),
      asked,
      reader,
    ).main;
  return [told(begin), told(end)];
}

function earliest(claims: readonly Claim[], dayOf: (claim: Claim) => Day | null): Day | null {
  const days = claims.flatMap((claim) => dayOf(claim) ?? []);
  return days.length === 0 ? null : Math.min(...days);
}
