import { type Gap, type Holder, holds, regents } from '../../lookup/regents.ts';
import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { Draft, Line } from '../answer.ts';
import type { Gathered } from '../gather/gather.ts';
import { sidesOf } from '../gather/roles.ts';
import { type Mention, timeOf } from '../reading/reading.ts';
import { isForOutsider } from './asked-doer.ts';
import { type Context, linesOf, only, type Plan } from './context.ts';
import { byPerson, namedBeside } from './holder-person.ts';
import { HOLDS, holdsUnknown, isHome, isOf, isTold, lineOf, stillHolding, variantOf } from './holding.ts';
import { missing } from './missing.ts';

const WHS = new Set(['who', 'whose', 'which', 'fragment', 'yes-no', 'when', 'how-long', 'what']);
const FIRST = new Set(['first', 'earliest', 'original']);
const NOW = new Set(['now', 'current', 'currently', 'presently', 'today', 'still']);
const LAST = new Set(['last', 'latest', 'final', 'newest']);

/** Who holds or held an office: at a time, before or after somebody, or all of them in order, with the gaps. */
export const holder: Plan = (context) => {
  const { asked } = context;
  if (!WHS.has(asked.wh)) return undefined;
  const offices = asked.mentions.filter((mention) => mention.entities.every((entity) => entity.kind === 'office'));
  const [named] = offices;
  if (named === undefined || offices.length > 1 || speaksOfElse(context, named)) return undefined;
  const others = asked.mentions.filter((mention) => mention !== named);
  const people = others.filter((mention) => mention.entities.every((entity) => entity.kind === 'person'));
  const limits = others.filter((mention) => !people.includes(mention));
  const drafts = named.entities.flatMap((office) => heldBy(context, office, people, limits) ?? []);
  return drafts.find((draft) => draft.status === 'answered') ?? drafts[0];
};

const HOLDING = new Set([HOLDS, 'title', 'ruled_by']);

/** "Who appointed the Regent?": another verb than being or becoming says what is asked. */
function speaksOfElse({ asked }: Context, office: Mention): boolean {
  if (asked.hits.some((hit) => isForOutsider(hit, asked))) return true;
  return asked.hits.some(
    (hit) =>
      hit.score >= 0.9 &&
      !(asked.wh === 'how-long' && hit.from <= asked.whAt + 1) &&
      !HOLDING.has(hit.phrase.predicate.id) &&
      (hit.to < office.from || hit.from > office.to) &&
      !isHoldingWord(asked.tokens[hit.from]?.folded ?? ''),
  );
}

function isHoldingWord(word: string): boolean {
  return /^(?:became|become|becomes|made|appointed|reign|reigned|rule|ruled|serve|served|held|hold|office|term|crowned|named|elected|in|took|take|list|all)$/.test(
    word,
  );
}

/** All who held it in order, with the gaps. */
function termsOf(office: Entity, reader: LoreReader): readonly (Holder | Gap)[] {
  const view = regents(reader, `#${office.id}`, null);
  return view.status === 'answered' ? view.holders : [];
}

function heldBy(
  context: Context,
  office: Entity,
  people: readonly Mention[],
  limits: readonly Mention[],
): Draft | undefined {
  const { asked, reader } = context;
  const terms = termsOf(office, reader);
  const all = terms.filter((line) => line.kind === 'holder');
  const fitting = all.filter((one) => limits.every((limit) => isOf(one, office, limit, context)));
  const told = fitting.filter((one) => isTold(one, context) && holdsUnknown(one, context));
  const none = (near: readonly Holder[]): Draft => ({
    ...missing(context, {
      intent: timeOf(asked) === null ? 'holder' : 'holder-in-year',
      predicates: [HOLDS],
      unknown: [],
      near: [],
    }),
    lines: near.map((one) => ({ kind: 'holder', holder: one, role: 'recorded' })),
  });
  if (told.length === 0) return none([]);
  const [person] = people;
  if (person !== undefined) return byPerson(context, office, told, person);
  const time = timeOf(asked);
  if (time !== null) return inSpan(context, told, time.span, none);
  const picked = asked.tokens.some((token) => FIRST.has(token.folded))
    ? told.slice(0, 1)
    : asked.tokens.some((token) => LAST.has(token.folded))
      ? told.filter(isHome(context)).slice(-1)
      : null;
  const still = picked === null && asked.wh !== 'when' ? holdingNow(told, context) : undefined;
  if (still !== undefined) return still;
  const gaps = picked === null ? terms : [];
  const lines = picked ?? told;
  return {
    status: 'answered',
    intent: 'holder',
    head: { kind: 'values' },
    lines:
      gaps.length > 0 && told.length === all.length
        ? gaps.map((line): Line => (line.kind === 'gap' ? { kind: 'gap', gap: line } : lineOf(line, context)))
        : lines.map((one) => lineOf(one, context)),
    variants: lines.map((one) => variantOf(one, false)),
    predicates: [HOLDS],
    entities: [office, ...lines.map((one) => one.entity)],
  };
}

/** "Who is regent now?": the last one named, if no account says that the term ended; those before stand beside it. */
function holdingNow(told: readonly Holder[], context: Context): Draft | undefined {
  if (!context.asked.tokens.some((token) => NOW.has(token.folded))) return undefined;
  const home = told.filter(isHome(context));
  const last = home.at(-1);
  if (last === undefined || last.term.endsBy !== null) return undefined;
  return {
    status: 'answered',
    intent: 'holder',
    head: { kind: 'inferred' },
    lines: [
      { kind: 'holder', holder: last, role: 'inherited' },
      ...home.slice(0, -1).map((one) => lineOf(one, context)),
    ],
    variants: [variantOf(last, true)],
    predicates: [HOLDS],
    entities: [last.entity],
  };
}

function inSpan(
  context: Context,
  all: readonly Holder[],
  span: OpenWindow,
  none: (near: readonly Holder[]) => Draft,
): Draft {
  const { asked } = context;
  const isBeforeBranch = (one: Holder): boolean => lineOf(one, context).role === 'before-branch';
  const answer = (found: readonly Holder[], isInferred: boolean): Draft => ({
    status: 'answered',
    intent: 'holder-in-year',
    head: { kind: isInferred || found.every(isBeforeBranch) ? 'inferred' : 'values' },
    lines: found.map((one) => (isInferred ? { kind: 'holder', holder: one, role: 'inherited' } : lineOf(one, context))),
    variants: found.map((one) => variantOf(one, isInferred || isBeforeBranch(one))),
    predicates: [HOLDS],
    entities: found.map((one) => one.entity),
  });
  const sure = all.filter((one) => holds(one, span) === 'yes');
  const own = sure.filter(isHome(context));
  if (own.length > 0)
    return answer(
      [...own, ...sure.filter((one) => !own.includes(one) && !own.some((other) => other.entity.id === one.entity.id))],
      false,
    );
  const dated = all.filter((one) => isHome(context)(one) && one.term.knownFrom !== null);
  const before = dated.filter(
    (one) => (one.term.knownTo ?? one.term.knownFrom ?? 0) < (span.min ?? Number.NEGATIVE_INFINITY),
  );
  const after = dated.filter((one) => (one.term.knownFrom ?? 0) > (span.max ?? Number.POSITIVE_INFINITY));
  const last = before.at(-1);
  const holding = stillHolding(all, span, context);
  if (holding !== undefined) {
    const inferred = answer([holding], true);
    const elsewhere = asked.timeline === null ? sure.filter((one) => one.entity.id !== holding.entity.id) : [];
    return { ...inferred, lines: [...inferred.lines, ...elsewhere.map((one) => lineOf(one, context))] };
  }
  if (sure.length > 0 && asked.timeline === null) return answer(sure, false);
  const near = [last, after[0]].filter((one) => one !== undefined);
  return none(near.length > 0 ? near : (dated.length > 0 ? dated : all).slice(0, 3));
}

/** "Who preceded Marr as regent?": where no succession is told, the one who is named before him in the same office. */
export function neighbourInOffice({ hit, args }: Gathered, context: Context): Draft | undefined {
  const { asked, reader } = context;
  if (hit.phrase.predicate.id !== 'succeeded_by' || asked.wh !== 'who') return undefined;
  const arg = args.find(({ mention }) => mention.entities.every((entity) => entity.kind === 'person'));
  const person = arg === undefined ? undefined : only(arg.mention);
  if (arg === undefined || person === undefined) return undefined;
  const named = asked.mentions.flatMap((mention) => mention.entities.filter((entity) => entity.kind === 'office'));
  const held = reader
    .claimsBySubject(person.id, HOLDS)
    .flatMap(({ value }) => (value.kind === 'entity' ? [value.entity] : []));
  const offices = named.length > 0 ? named.map((office) => office.id) : [...new Set(held)];
  const [id] = offices;
  const office = id === undefined ? undefined : reader.entity(id);
  if (office === undefined || offices.length > 1) return undefined;
  const all = termsOf(office, reader).filter((line) => line.kind === 'holder');
  const isForLater = sidesOf(arg.role, hit).includes('subject');
  return namedBeside(context, office, all, person, isForLater ? 1 : -1);
}

const RULING = new Set(['ruled_by', 'led_by', 'commanded_by']);

/** "Who rules the Alliance?" is told as an office: then those who held it are meant. */
export function chiefOf(claims: readonly Claim[], context: Context): Draft | undefined {
  const { reader } = context;
  const offices = [
    ...new Set(
      claims.flatMap((claim) =>
        RULING.has(claim.predicate) && claim.value.kind === 'entity' ? [claim.value.entity] : [],
      ),
    ),
  ];
  const [id] = offices;
  const office = id === undefined ? undefined : reader.entity(id);
  if (office?.kind !== 'office' || offices.length > 1) return undefined;
  const draft = heldBy(context, office, [], []);
  if (draft === undefined) return undefined;
  return {
    ...draft,
    lines: [...draft.lines, ...linesOf(claims, draft.status === 'answered' ? 'main' : 'recorded', reader)],
    predicates: ['ruled_by', HOLDS],
  };
}
