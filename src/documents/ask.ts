import type { Answer, Line } from '../ask/answer.ts';
import { remembering } from '../ask/remembering.ts';
import { matterOf } from '../lookup/conflicts.ts';
import { hasSign } from '../lore/finding.ts';
import { likelyKind } from '../lore/intake/reference.ts';
import { onceEach } from '../lore/once-each.ts';
import {
  type Document,
  fact,
  heading,
  type Item,
  type Link,
  line,
  plain,
  type Line as Shown,
  small,
} from '../messages/document.ts';
import { ask } from '../messages/en/ask.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { questions } from '../messages/en/questions.ts';
import { suggestions } from '../messages/en/suggestions.ts';
import { exampleText } from './ask-examples.ts';
import { headText, isDisputed } from './ask-head.ts';
import { answerText, lineText } from './ask-text.ts';
import { variantText } from './ask-values.ts';
import { claimsJson, readingJson } from './claim-json.ts';
import { matterLink } from './conflicts.ts';
import { findingJson, rulingLines } from './finding-words.ts';
import { entryLink, MOST_LINKS, readingsDocument } from './missing.ts';
import { quoteItems, quotesJson } from './quotes.ts';
import { holdsNothing, somethingToTry } from './tries.ts';
import { factLines, type Voice, voiceOf } from './voice.ts';

/** A voice that looks up each name once: an answer says the same ones over and over. */
function settled(voice: Voice): Voice {
  return voiceOf(remembering(voice.reader));
}

/** The answer as programs read it; the names of the fields are fixed. */
export function askJson(answer: Answer, given: Voice) {
  const voice = settled(given);
  const { reader } = voice;
  return {
    question: answer.question,
    status: answer.status,
    text: answerText(answer, voice),
    variants: answer.variants.map((variant) => {
      const { claim, part, continuity, claims, isInferred } = variant;
      const id =
        part === 'subject'
          ? claim.subject
          : part === 'value' && claim.value.kind === 'entity'
            ? claim.value.entity
            : null;
      return {
        value: variantText(variant, voice),
        entity: id === null ? null : (reader.entity(id)?.slug ?? null),
        date: claim.date,
        continuity: reader.continuities.get(continuity).slug,
        claims,
        inferred: isInferred,
      };
    }),
    claims: claimsJson(answer.claims, voice),
    conflicts: answer.findings.map((finding) => findingJson(finding, voice)),
    readings: answer.readings.map((reading) => readingJson(reading, voice)),
    corrected: answer.corrected,
    related: claimsJson(answer.related, voice),
    ...(answer.quotes.length === 0 ? {} : { passages: quotesJson(answer.quotes, voice) }),
  };
}

/** The answer as a card or a page: headline first, then who says so, then what else. */
export function askDocument(answer: Answer, given: Voice): Document {
  const voice = settled(given);
  const read = answer.corrected.map(({ typed, read }) => small(common.readAs(typed, read)));
  const closing = [...ruledLines(answer, voice), ...read];
  if (answer.status === 'ambiguous') {
    const [first] = answer.readings;
    const shown = readingsDocument(first?.entity.name ?? answer.question, answer.readings, voice);
    return { ...shown, closing };
  }
  const home = voice.reader.continuities.home.id;
  const isElsewhere = answer.lines.some(
    (one) => one.kind === 'fact' && one.role === 'elsewhere' && one.fact.continuity !== home,
  );
  const items = [
    ...answer.lines.map((one) => itemOf(one, voice)),
    ...quoteItems(answer.quotes, voice),
    ...relatedItems(answer, voice),
  ];
  const isEmpty = answer.status === 'not-recorded' || answer.status === 'not-understood';
  return {
    tone: isEmpty ? 'empty' : answer.findings.some(hasSign) ? 'dispute' : isElsewhere ? 'timeline' : 'plain',
    heading: headingOf(answer, voice),
    hasSign: isDisputed(answer),
    items: isEmpty ? [fact(line(unheaded(headText(answer, voice)))), ...items, ...firstSteps(voice)] : items,
    closing,
    links: linksOf(answer, voice),
  };
}

/** What a keeper decided on the matter that was asked about, and why: the accounts disagree all the same. */
function ruledLines(answer: Answer, voice: Voice): readonly Shown[] {
  const [first] = isDisputed(answer)
    ? answer.findings.filter(hasSign).flatMap((finding) => {
        const lines = rulingLines(finding, voice);
        return lines.length === 0 ? [] : [small(lines.map(({ text }) => plain(text)).join(' · '))];
      })
    : [];
  return first === undefined ? [] : [first];
}

/** The card's heading says it already. */
function unheaded(text: string): string {
  const said = [`${ask.notRecorded}. `, `${ask.notUnderstood} `].find((one) => text.startsWith(one)) ?? '';
  return text.slice(said.length);
}

/** An empty lorebook is told how to fill it: no question finds anything there. */
function firstSteps(voice: Voice): readonly Item[] {
  if (!holdsNothing(voice.reader)) return [];
  return somethingToTry(voice).map((words) => fact(small(lookups.missing.tryThis(words))));
}

function headingOf(answer: Answer, voice: Voice): string {
  if (answer.status === 'not-recorded') return ask.notRecorded;
  const text = headText(answer, voice);
  if (answer.status === 'not-understood') return ask.notUnderstood;
  const [first] = answer.lines;
  return text !== '' ? text : first === undefined ? answer.question : lineHeading(first, voice);
}

function lineHeading(one: Line, voice: Voice): string {
  return one.kind === 'fact' ? voice.statement(one.fact.lead) : lineText(one, voice);
}

function itemOf(one: Line, voice: Voice): Item {
  if (one.kind === 'fact') return fact(...factLines(one.fact, voice));
  const shown: Shown = one.kind === 'gap' ? { text: [{ em: lineText(one, voice) }] } : line(lineText(one, voice));
  return fact(shown);
}

/** Neighbours stand under a heading of their own: they are near the question, and no answer to it. */
function relatedItems(answer: Answer, voice: Voice): readonly Item[] {
  if (answer.related.length === 0 || answer.status === 'answered') return [];
  return [
    heading(ask.related),
    ...answer.related.map((claim) => fact(line(voice.statement(claim)), small(voice.whoSays([claim])))),
  ];
}

/** So many disputes get a button; the things that are named want some, too. */
const MOST_DISPUTES = 2;
/** As many as a button can hold. */
const MOST_CLAIMS_BEHIND = 12;

function linksOf(answer: Answer, voice: Voice): Document['links'] {
  const examples = answer.examples.map((example) => {
    const question = exampleText(example, voice);
    return { label: question.slice(0, 80), command: 'ask', options: { question } };
  });
  const things = onceEach(answer.entities).map((entity) => entryLink(entity, voice));
  const disputes = answer.findings
    .filter(hasSign)
    .slice(0, MOST_DISPUTES)
    .map((finding) => matterLink(matterOf(voice.reader, finding), voice));
  const behind = answer.claims.slice(0, MOST_CLAIMS_BEHIND).map((claim) => claim.id);
  const whoSays = { label: questions.whoSays, command: 'claims', options: { ids: behind.join('.') } };
  const wasWrong = {
    label: questions.wasWrong,
    verb: 'mark',
    command: 'ask',
    options: { question: answer.question },
  } as const;
  const explain = {
    label: questions.explain,
    command: 'ask',
    options: { question: answer.question, explain: 'true' },
  };
  if (answer.status === 'not-understood') return examples;
  const first = behind.length > 0 ? [whoSays] : [];
  const suggesting = answer.status === 'not-recorded' ? [suggestLink(answer, voice)] : [];
  const room = MOST_LINKS - first.length - suggesting.length - 1;
  // How it was read is for keepers, and the first to go where there is no room.
  return [...first, ...[...examples, ...disputes, ...things, explain].slice(0, room), ...suggesting, wasWrong];
}

/** A button holds little; a longer date is typed. */
const LONGEST_DATE = 24;

/** What nobody recorded yet, somebody here may know: the form opens with what the question was about. */
function suggestLink({ entities, predicates, understanding }: Answer, { reader }: Voice): Link {
  const [named] = entities;
  const predicate = predicates.find((id) => reader.predicates.get(id) !== undefined);
  // Who held an office is asked by naming the office, which is what is held, not who holds it.
  const isValue =
    named !== undefined &&
    predicate !== undefined &&
    likelyKind(predicate, 'value') === named.kind &&
    likelyKind(predicate, 'subject') !== named.kind;
  const [time, ...others] = understanding?.times ?? [];
  const date = time?.relation === 'in' && others.length === 0 ? time.typed : '';
  return {
    label: suggestions.buttons.suggest,
    verb: 'do',
    command: 'suggest.form',
    options: {
      ...(named === undefined ? {} : { [isValue ? 'o' : 's']: `#${named.id}` }),
      ...(predicate === undefined ? {} : { p: predicate }),
      ...(date === '' || date.length > LONGEST_DATE ? {} : { t: date }),
    },
  };
}

/** How the question was read, which claims were considered, why this order. */
export function explainText(answer: Answer, voice: Voice): string {
  const { understanding } = answer;
  const words = ask.explain;
  const lines = [words.status(answer.status), words.intent(answer.intent)];
  if (understanding !== null) {
    const { tokens, mentions, times, timeline, account, work, hits, loose } = understanding;
    lines.push(
      words.read(understanding.text),
      words.names(
        mentions.map((mention) => `${mention.typed} = ${mention.entities.map((entity) => entity.slug).join(' | ')}`),
      ),
      words.time(times.map((time) => `${time.relation} ${time.typed}`)),
    );
    if (timeline !== null) lines.push(words.timeline(timeline.name));
    if (account !== null) lines.push(words.account(account.title));
    if (work !== null) lines.push(words.work(work.title));
    lines.push(
      words.phrases(
        hits.slice(0, 8).map((hit) => `${hit.phrase.say} = ${hit.phrase.predicate.id} (${hit.score.toFixed(1)})`),
      ),
    );
    if (loose.length > 0) lines.push(words.loose(loose.map((at) => tokens[at]?.text ?? '')));
  }
  lines.push(words.predicates(answer.predicates), words.claims(answer.claims.length), words.order);
  return [
    answerText(answer, voice),
    '',
    ...lines,
    ...answer.claims.map((claim) => `#${claim.id} ${voice.statement(claim)} (${voice.whoSays([claim])})`),
  ].join('\n');
}
