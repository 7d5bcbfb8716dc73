import type { Account } from '../../lore/account.ts';
import type { Claim } from '../../lore/claim.ts';
import { claimsOf, type Finding, hasSign } from '../../lore/finding.ts';
import { fold } from '../../lore/fold.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft, Line } from '../answer.ts';
import { type Gathered, gather, isOccasion } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { eventsAt, mentionsAny, namesOfEntities } from '../gather/touching.ts';
import type { Understanding, Wh } from '../reading/reading.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan } from './context.ts';
import { missing } from './missing.ts';

const DISPUTE =
  /^(?:disput\w*|disagree\w*|contradict\w*|conflicting|contested|inconsisten\w*|controvers\w*|agree|agreed|agreement|consistent|differ|differs|discrepanc\w*|contradiction\w*)$/;
const CONFLICT = /^(?:conflict|conflicts|disputes?)$/;
const ABOUT = new Set(['about', 'on', 'over', 'regarding', 'concerning', 'accounts', 'sources', 'tellings']);
const COMPARE = /^(?:compare|comparison|compared|versus|vs|differ|differs|difference|differences)$/;
const MOST_TOLD = 400;
const MOST_LINES = 12;

/** "Do the accounts disagree about the founding?", "Is it disputed who founded the Alliance?" */
export const disputed: Plan = (context) => {
  const { asked, reader } = context;
  const isAsked = asked.tokens.some((token, at) => DISPUTE.test(token.folded) || isConflictAbout(asked, at));
  if (!isAsked) return undefined;
  if (asked.mentions.length === 0 || accountsIn(context).accounts.length > 1) {
    const all = allDisputes(context);
    if (all !== undefined || asked.mentions.length === 0) return all;
  }
  const claims = matter(context);
  if (claims.length === 0) return missing(context, { intent: 'disputed', predicates: [], unknown: [], near: [] });
  const findings = reader
    .findingsOf(claims.map((claim) => claim.id))
    .filter((finding) => hasSign(finding) || finding.class === 'divergence');
  const lines = findings.flatMap((finding) => sidesOf(finding, context));
  const shown = lines.length > 0 ? onceEach(lines) : claims;
  return {
    status: 'answered',
    intent: 'disputed',
    head: findings.some(hasSign)
      ? { kind: 'disputed' }
      : findings.length > 0
        ? { kind: 'told' }
        : { kind: 'undisputed' },
    lines: linesByTimeline(shown, context).slice(0, MOST_LINES),
    predicates: [...new Set(claims.map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
};

/** "What do the accounts disagree about?": what the lorebook holds, the weightiest first. */
function allDisputes(context: Context): Draft | undefined {
  const { asked, reader } = context;
  const named = accountsIn(context);
  const rest = asked.loose.filter((at) => {
    if (named.tokens.has(asked.tokens[at]?.folded ?? '')) return false;
    const word = asked.tokens[at]?.folded ?? '';
    return !DISPUTE.test(word) && !CONFLICT.test(word) && !ABOUT.has(word) && !asked.noun.includes(at);
  });
  if (rest.length > 0) return undefined;
  const isTheirs = (finding: Finding): boolean =>
    named.accounts.every((id) =>
      finding.sides.some((side) => side.some((claim) => reader.claim(claim)?.account === id)),
    );
  const most = named.accounts.length === 0 ? MOST_LINES : MOST_TOLD;
  const findings = reader.findings({ limit: most }).filter((finding) => hasSign(finding) && isTheirs(finding));
  if (findings.length === 0) return undefined;
  const claims = onceEach(findings.flatMap((finding) => sidesOf(finding, context)));
  return {
    status: 'answered',
    intent: 'disputed',
    head: { kind: 'disputed' },
    lines: linesByTimeline(claims, context).slice(0, MOST_LINES),
    predicates: [...new Set(claims.map((claim) => claim.predicate as string))],
    entities: [],
  };
}

/** "What do the Annals and the Letters disagree about": the accounts all of whose words are in the question. */
function accountsIn({ asked, reader }: Context): {
  readonly accounts: readonly Account['id'][];
  readonly tokens: ReadonlySet<string>;
} {
  const words = new Set(asked.tokens.map((token) => token.folded));
  const named = reader.accounts
    .map(({ id, title }) => ({
      id,
      parts: fold(title)
        .split(' ')
        .filter((word) => word !== 'the'),
    }))
    .filter(({ parts }) => parts.every((part) => words.has(part)));
  return { accounts: named.map(({ id }) => id), tokens: new Set(named.flatMap(({ parts }) => parts)) };
}

/** "Which conflicts are there *about* Marr?"; "the conflict at the keep" is a fight. */
function isConflictAbout({ tokens }: Understanding, at: number): boolean {
  if (!CONFLICT.test(tokens[at]?.folded ?? '')) return false;
  return tokens.slice(at + 1).some((token) => ABOUT.has(token.folded));
}

function exactOnes({ fit, claims }: Gathered): readonly Claim[] {
  return fit === 'exact' ? claims : [];
}

function sidesOf(finding: Finding, { reader }: Context): readonly Claim[] {
  return claimsOf(finding).flatMap((id) => reader.claim(id) ?? []);
}

/** The claims that the question is about: by the predicate it names, else all of the things it names. */
function matter(context: Context): readonly Claim[] {
  const { asked, reader } = context;
  const hits = asked.hits.filter((hit) => !DISPUTE.test(asked.tokens[hit.from]?.folded ?? ''));
  const inner = { ...asked, wh: whWithin(asked), hits };
  const choice = choose(inner, reader);
  if (choice !== undefined && choice.claims.length > 0 && choice.score > 2.5) {
    // "The founding", "the death" are told in several ways, and any of them may be the one in dispute.
    const ways = hits.filter((hit) => hit.covers.some((at) => choice.best.hit.covers.includes(at)));
    return onceEach([...choice.claims, ...ways.map((hit) => gather(hit, inner, reader)).flatMap(exactOnes)]);
  }
  const placed = entitiesOf(asked)
    .flatMap((entity) => eventsAt(entity, reader))
    .flatMap((event) => reader.claimsBySubject(event.id));
  if (placed.length > 0 && asked.mentions.length === 1) return placed;
  const [least] = [...entitiesOf(asked)].sort((a, b) => reader.claimCount(a.id) - reader.claimCount(b.id));
  if (least === undefined || reader.claimCount(least.id) > MOST_TOLD) return [];
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  const told = [
    ...reader.claimsBySubject(least.id),
    ...reader.claimsByObject(least.id),
    ...(isOccasion(least) ? reader.claimsByQualifier(least.id) : []),
  ];
  return onceEach(told).filter((claim) => named.every((one) => mentionsAny(claim, one, reader)));
}

/** "… about *who* founded it": the question inside says what kind of claim is meant. */
function whWithin({ tokens }: Understanding): Wh {
  const words = new Set(tokens.map((token) => token.folded));
  return words.has('who') ? 'who' : words.has('when') ? 'when' : words.has('where') ? 'where' : 'fragment';
}

function linesByTimeline(claims: readonly Claim[], { asked, reader }: Context): readonly Line[] {
  const { main, elsewhere } = scoped(claims, asked, reader);
  return [...linesOf(main, 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)];
}

/** "Compare what the two tellings say of Hale": each account's claims beside the other's. */
export const compare: Plan = (context) => {
  const { asked, reader } = context;
  if (!asked.tokens.some((token) => COMPARE.test(token.folded)) || asked.mentions.length === 0) return undefined;
  const claims = matter(context);
  if (claims.length === 0) return undefined;
  const { main } = scoped(claims, { ...asked, account: null }, reader);
  const order = (account: Account['id']): number => reader.accounts.findIndex((one) => one.id === account);
  const lines = [...main]
    .sort((a, b) => order(a.account) - order(b.account) || a.id - b.id)
    .flatMap((claim) => linesOf([claim], 'main', reader));
  return {
    status: 'answered',
    intent: 'compare',
    head: { kind: 'told' },
    lines: lines.slice(0, MOST_LINES),
    predicates: [...new Set(main.map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  } satisfies Draft;
};
