import type { Answer, Line, Role } from '../ask/answer.ts';
import type { Fact } from '../lookup/facts.ts';
import type { Claim } from '../lore/claim.ts';
import { hasSign } from '../lore/finding.ts';
import { ask } from '../messages/en/ask.ts';
import { common } from '../messages/en/common.ts';
import { predicateWords } from '../messages/en/predicates.ts';
import { headText } from './ask-head.ts';
import { titleOf } from './finding-words.ts';
import { termSayers, termText } from './regents.ts';
import { sayersOf, type Voice } from './voice.ts';

/** The answer as a person reads it, plain text: the headline, then who says so, line by line. */
export function answerText(answer: Answer, voice: Voice): string {
  const head = headText(answer, voice);
  const signs = head.includes(ask.disagree) ? [] : signText(answer, voice);
  return [head, ...bodyOf(answer, voice), ...signs].filter((part) => part !== '').join(' ');
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
