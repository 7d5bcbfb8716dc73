import type { Answer } from '../ask/answer.ts';
import { hasSign } from '../lore/finding.ts';
import { ask } from '../messages/en/ask.ts';
import { common } from '../messages/en/common.ts';
import { exampleText } from './ask-examples.ts';
import { mostPrecise, valuesSaid, variantText } from './ask-values.ts';
import type { Voice } from './voice.ts';

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
      const holders = answer.lines.flatMap((line) => (line.kind === 'holder' ? [line] : []));
      const inferred = holders.filter(({ role }) => role === 'inherited' || role === 'before-branch');
      const names = (inferred.length > 0 ? inferred : holders).map(({ holder }) => holder.entity.name);
      const values = names.length > 0 ? names : valuesSaid(answer, voice);
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
