import type { Gap, Holder, Regents } from '../lookup/regents.ts';
import type { Claim } from '../lore/claim.ts';
import type { Day } from '../lore/time/bounds.ts';
import { type Document, fact, type Item, type Line, linked, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { isDisputed, type Voice } from './voice.ts';

const words = lookups.regents;

/** `year` as it was typed, for the heading. */
export function regentsDocument(view: Regents, voice: Voice, year: string | null): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'regents', { year });
    case 'not-recorded':
      return missing(view, voice, year);
    case 'answered':
      return answered(view, voice, year);
  }
}

function answered(view: Extract<Regents, { status: 'answered' }>, voice: Voice, year: string | null): Document {
  const { office, holders, corrected } = view;
  const facts = holders.flatMap((line) => (line.kind === 'holder' ? line.facts : []));
  const ending = disputeEnding(facts, office, voice);
  return {
    tone: facts.some(isDisputed) ? 'dispute' : 'plain',
    heading: year === null ? words.heading(office.name) : words.headingIn(office.name, year),
    items: holders.map((line) => (line.kind === 'gap' ? gapItem(line, voice) : holderItem(line, voice))),
    closing: [
      ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
      ...ending.closing,
    ],
    links: ending.links,
  };
}

function holderItem(holder: Holder, voice: Voice): Item {
  const home = voice.reader.continuities.home.id;
  const timeline = holder.continuity === home ? '' : `, ${common.inTimeline(voice.timeline(holder.continuity))}`;
  const claims = holder.facts.flatMap((told) => told.claims);
  const backing = holder.endedBy !== null && !holder.isEndInferred ? [...claims, holder.endedBy] : claims;
  const first: Line = {
    text: [{ strong: holder.entity.name }, ` · ${termText(holder, voice)}${timeline}`],
    hasSign: holder.facts.some(isDisputed),
  };
  return linked(fact(first, small(termSayers(backing, voice))), entryLink(holder.entity, voice));
}

/** "as of 2372, until 2375", "from 2375": the claim that says most of the beginning, then the end. */
export function termText(holder: Holder, voice: Voice): string {
  const claims = holder.facts.flatMap((told) => told.claims);
  const begins = claims.find((claim) => claim.bounds.sLo !== null) ?? earliest(claims);
  const said = begins === undefined ? '' : voice.date(begins);
  const { endsBy } = holder.term;
  if (endsBy === null || begins?.bounds.eHi != null) return said === '' ? words.undated : said;
  const end = holder.isEndInferred ? words.inferredUntil(voice.year(endsBy)) : words.until(voice.year(endsBy));
  return said === '' ? end : `${said}, ${end}`;
}

/** Who says so; where accounts give different ends or beginnings, each with its own. */
export function termSayers(claims: readonly Claim[], voice: Voice): string {
  const differ = (days: readonly (Day | null)[]): boolean => new Set(days.filter((day) => day !== null)).size > 1;
  const isOne =
    !differ(claims.map(({ bounds }) => (bounds.sHi === null ? null : bounds.sLo))) &&
    !differ(claims.map(({ bounds }) => bounds.eHi));
  if (isOne) return voice.whoSays(claims);
  const byDate = Map.groupBy(claims, (claim) => voice.date(claim));
  return [...byDate].map(([date, some]) => common.lessExactly(date, voice.whoSays(some))).join('; ');
}

/** Of the claims that only see the holder in office, the one that does so first. */
function earliest(claims: readonly Claim[]): Claim | undefined {
  return claims
    .filter((claim) => claim.bounds.eLo !== null)
    .sort((a, b) => (a.bounds.eLo ?? 0) - (b.bounds.eLo ?? 0))[0];
}

function gapItem({ after, before }: Gap, voice: Voice): Item {
  const from = after.term.knownTo;
  const to = before.term.knownFrom;
  const span = from === null || to === null ? '' : words.gap(voice.year(from), voice.year(to));
  return fact({ text: [{ em: common.notRecorded.toLowerCase() }, ` · ${span}`] });
}

function missing(view: Extract<Regents, { status: 'not-recorded' }>, voice: Voice, year: string | null): Document {
  if (view.office === null) {
    const said = view.typed === '' ? words.noOffice : lookups.missing.name(view.typed);
    return missingDocument(said, view.nearest, voice, somethingToTry(voice));
  }
  const around = view.around.map((holder) => words.isNamed(holder.entity.name, termText(holder, voice))).join(', ');
  const said = year === null ? words.none(view.office.name) : words.noneIn(view.office.name, year, around);
  const document = missingDocument(said, [], voice, []);
  return { ...document, links: [{ label: lookups.buttons.regents, command: 'regents', options: {} }] };
}
