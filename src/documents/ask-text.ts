import type { Answer, Line, Role } from '../ask/answer.ts';
import type { Fact } from '../lookup/facts.ts';
import type { Claim } from '../lore/claim.ts';
import { hasSign } from '../lore/finding.ts';
import { ask } from '../messages/en/ask.ts';
import { common } from '../messages/en/common.ts';
import { predicateWords } from '../messages/en/predicates.ts';
import { exampleText } from './ask-examples.ts';
import { mostPrecise, valuesSaid, variantText } from './ask-values.ts';
import { titleOf } from './finding-words.ts';
import { termSayers, termText } from './regents.ts';
import { sayersOf, type Voice } from './voice.ts';

/** The answer as a person reads it, plain text: the headline, then who says so, line by line. */
export function answerText(answer: Answer, voice: Voice): string {
  const head = headText(answer, voice);
  const signs = head.includes(ask.disagree) ? [] : signText(answer, voice);
  return [head, ...bodyOf(answer, voice), ...signs].filter((part) => part !== '').join(' ');
}

/** What the first line says; empty where the first claim says it best. */
export function headText(answer: Answer, voice: Voice): string {
  const { head } = answer;
  const home = voice.timeline(voice.reader.continuities.home.id);
  switch (head.kind) {
    case 'values': {
      if (isDisputed(answer)) return disagreement(answer, voice);
      const holders = answer.lines.flatMap((line) => (line.kind === 'holder' ? [line.holder.entity.name] : []));
      const values = holders.length > 0 ? [...new Set(holders)] : valuesSaid(answer, voice);
      return values.length === 0 ? '' : ask.values(values);
    }
    case 'told':
      return isDisputed(answer) ? `${ask.disagree}.` : '';
    case 'yes':
      return isDisputed(answer) ? `${ask.disagree}.` : ask.yes;
    case 'contrary':
      return ask.contrary;
    case 'perhaps':
      return ask.perhaps;
    case 'denied':
      return ask.denied;
    case 'wrong-premise': {
      const right = answer.variants
        .filter((variant) => variant.part === 'date')
        .map((variant) => variantText(variant, voice));
      const wrong = head.wrong.length === 0 ? ask.noOneSays : ask.noOneSaysTimes(head.wrong);
      return right.length === 0 ? wrong : `${ask.values([...new Set(right)])} ${wrong}`;
    }
    case 'both':
      return isDisputed(answer) ? `${ask.disagree}. ${ask.both}` : ask.both;
    case 'inferred': {
      const holders = answer.lines.flatMap((line) => (line.kind === 'holder' ? [line.holder.entity.name] : []));
      const values = holders.length > 0 ? holders : valuesSaid(answer, voice);
      if (answer.variants.some(({ part }) => part === 'statement')) return ask.inferredOnly;
      return values.length > 3 ? '' : ask.inferred(values);
    }
    case 'identity':
      return head.typed === null ? `${head.entity.name}.` : ask.isAlias(head.typed, head.entity.name);
    case 'tones':
      return ask.tones;
    case 'elsewhere-only':
      return ask.elsewhereOnly(home);
    case 'count':
      return ask.events(head.number);
    case 'counted-names':
      return ask.countedNames(head.names);
    case 'first-seen':
      return ask.firstSeen(voice.year(head.day));
    case 'lasted': {
      const { from, to, years, isBegun } = head;
      return to === null || years === null
        ? ask.lastedOn(voice.year(from), isBegun)
        : ask.lasted(voice.year(from), voice.year(to), years, isBegun);
    }
    case 'disputed':
      return ask.disputed;
    case 'undisputed':
      return ask.undisputed;
    case 'namesakes':
      return ask.namesakes(head.typed, answer.readings.length);
    case 'sources':
      return ask.saidBy(head.titles);
    case 'names':
      return ask.values(head.names);
    case 'missing':
      return missingText(answer, voice);
    case 'no-account':
      return `${ask.notRecorded}. ${ask.noAccount(head.typed, head.accounts)}`;
    case 'not-understood':
      return notUnderstood(answer, voice);
  }
}

function missingText(answer: Answer, voice: Voice): string {
  if (answer.head.kind !== 'missing') return '';
  const { unknown, timeline } = answer.head;
  const what =
    unknown.length > 0
      ? ask.noName(unknown)
      : timeline !== null
        ? ask.noTimeline(voice.timeline(timeline.id))
        : ask.noAnswer(answer.question);
  return `${ask.notRecorded}. ${what}`;
}

function notUnderstood(answer: Answer, voice: Voice): string {
  if (answer.head.kind !== 'not-understood') return '';
  const { why, parts } = answer.head;
  const said = {
    empty: ask.empty,
    'too-long': ask.tooLong,
    language: ask.language,
    'lorebook-language': ask.lorebookLanguage(voice.reader.profile.language),
    'two-questions': ask.twoQuestions(parts),
    'nothing-known': ask.notUnderstood,
  }[why];
  const examples = answer.examples.map((example) => exampleText(example, voice));
  return [said, ask.whatCanBeAsked, examples.length === 0 ? '' : ask.tryOne(examples)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether the sign stands on what was asked itself: two of its sides are in the answer, or it is about the same predicate. */
export function isDisputed(answer: Answer): boolean {
  const ids = new Set(answer.claims.map((claim) => claim.id));
  return answer.findings.some(
    (finding) =>
      hasSign(finding) &&
      (finding.sides.filter((side) => side.some((id) => ids.has(id))).length > 1 ||
        answer.predicates.includes(finding.predicate)),
  );
}

/** "The accounts disagree: Gorkon and Renar, or Tiberius": each side's values together. */
function disagreement(answer: Answer, voice: Voice): string {
  const sides = answer.findings
    .filter(hasSign)
    .map((finding) =>
      finding.sides
        .map((side) => [
          ...new Set(
            mostPrecise(answer.variants)
              .filter((variant) => variant.claims.some((id) => side.includes(id)))
              .map((variant) => variantText(variant, voice)),
          ),
        ])
        .filter((values) => values.length > 0)
        .map((values) => common.and(values)),
    )
    .find((one) => new Set(one).size > 1);
  if (sides !== undefined) return ask.disagreeBetween([...new Set(sides)]);
  const values = valuesSaid(answer, voice);
  return values.length === 0 ? `${ask.disagree}.` : `${ask.disagree}. ${ask.values(values)}`;
}

/** A sign that the headline does not tell of is told of at the end. */
function signText(answer: Answer, voice: Voice): readonly string[] {
  return answer.findings.filter(hasSign).map((finding) => ask.disagreeOn(titleOf(finding, voice)));
}

function bodyOf(answer: Answer, voice: Voice): readonly string[] {
  const parts: string[] = [];
  let last: string | null = null;
  for (const line of answer.lines) {
    const lead = leadOf(line, answer, voice);
    if (lead !== '' && lead !== last) parts.push(lead);
    last = lead;
    parts.push(lineText(line, voice));
  }
  return parts;
}

/** What stands before the first of several lines of one role. */
function leadOf(line: Line, answer: Answer, voice: Voice): string {
  const home = voice.timeline(voice.reader.continuities.home.id);
  if (line.kind === 'gap') return '';
  switch (line.role) {
    case 'undated':
      return ask.undated;
    case 'elsewhere':
      return line.kind === 'fact'
        ? ask.elsewhere(voice.timeline(line.fact.continuity))
        : ask.elsewhere(voice.timeline(line.holder.continuity));
    case 'last-seen':
      return ask.lastSeen(home);
    case 'opposite':
      return ask.opposite(home);
    case 'premise':
      return ask.ofThatTime;
    case 'neutral':
      return ask.neutral;
    case 'recorded':
      return answer.status === 'not-recorded' ? ask.isRecorded : ask.recordedInstead;
    case 'reading': {
      if (line.kind !== 'fact' || line.of === undefined) return '';
      const timeline = line.of.continuity === null ? '' : voice.timeline(line.of.continuity);
      return ask.reading(line.of.name, timeline);
    }
    case 'cited-there':
      return ask.citedThere;
    case 'other-side':
      return ask.otherSide;
    case 'way':
    case 'main':
    case 'ongoing':
    case 'before-branch':
    case 'inherited':
      return '';
  }
}

/** One line of an answer as a sentence. */
export function lineText(line: Line, voice: Voice): string {
  switch (line.kind) {
    case 'gap': {
      const { after, before } = line.gap;
      const from = after.term.knownTo;
      const to = before.term.knownFrom;
      return from === null || to === null ? '' : ask.between(voice.year(from), voice.year(to));
    }
    case 'holder': {
      const { holder, role } = line;
      const [first] = holder.facts;
      if (holder.term.knownFrom === null && holder.endedBy === null && first !== undefined)
        return holder.facts.map((fact) => factText(fact, role, voice)).join(' ');
      const claims: Claim[] = holder.facts.flatMap((fact) => fact.claims);
      const backing = holder.endedBy === null ? claims : [...claims, holder.endedBy];
      const inferred =
        role === 'inherited'
          ? ` (${ask.inferredTerm(holder.entity.name)})`
          : role === 'before-branch'
            ? ` (${ask.inheritedFrom(voice.timeline(holder.continuity))})`
            : '';
      return `${ask.holder(holder.entity.name, termText(holder, voice))}${inferred} (${termSayers(backing, voice)}).`;
    }
    case 'fact':
      return factText(line.fact, line.role, voice);
  }
}

function factText(fact: Fact, role: Role, voice: Voice): string {
  const { lead } = fact;
  if (lead.predicate === 'described_as' && lead.value.kind === 'text') {
    return `${ask.called(voice.whoSays(fact.claims), lead.value.text)}.`;
  }
  const { same, others } = sayersOf(fact, voice);
  const notes = [
    same,
    ...others,
    common.modality[lead.modality],
    role === 'inherited' ? ask.inheritedFrom(voice.timeline(fact.continuity)) : '',
    role === 'ongoing' ? ask.ongoing : '',
  ].filter((note) => note !== '');
  const way = role === 'way' ? `${wayText(lead, voice)}: ` : '';
  return `${way}${voice.statement(lead).replace(/[.]$/, '')} (${notes.join('; ')}).`;
}

/** The claim by its parts, where the question put it in the predicate's words. */
function wayText(claim: Claim, voice: Voice): string {
  const words = predicateWords(claim.predicate, voice.reader.predicates.get(claim.predicate)?.phrases ?? []);
  return `${voice.name(claim.subject)} ${words.replace('%', () => voice.value(claim))}`;
}
