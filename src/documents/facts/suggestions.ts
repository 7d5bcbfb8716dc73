import type { ChangeMade, ChangeSaved } from '../../edit/facts/make-change.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { Suggestion } from '../../lore/suggestion.ts';
import { type Document, fact, heading, type Item, type Link, line, small } from '../../messages/document.ts';
import { predicateWords } from '../../messages/en/predicates.ts';
import { suggestions as words } from '../../messages/en/suggestions.ts';
import { entryLink } from '../missing.ts';
import type { Voice } from '../voice.ts';
import { changeItems, effectItems, effectLinks } from './change.ts';

const MOST_BUTTONS = 5;
/** Quoted of a text or a note on a card; the whole of it stays with the suggestion. */
const LONGEST_QUOTE = 600;

/** What is suggested, as one sentence of the words that were typed. */
export function suggestionSentence({ cells }: Pick<Suggestion, 'cells'>, voice: Voice): string {
  const { reader } = voice;
  const named = (text: string | undefined): string => {
    const id = /^#(\d{1,15})$/.exec(text ?? '')?.[1];
    return id === undefined ? (text ?? '') : (reader.entity(Number(id) as EntityId)?.name ?? text ?? '');
  };
  if ((cells.statement ?? '') !== '') return cells.statement ?? '';
  const id = cells.predicate ?? '';
  const predicate = reader.predicates.get(id);
  const said = predicateWords(id, predicate?.phrases ?? []);
  const dated = (text: string): string => voice.typedDate(text, id, 'point');
  const isDate = (cells.value_kind || predicate?.valueKind) === 'date';
  const given = (cells.value ?? '') === '' ? (cells.value_kind ?? '') : named(cells.value);
  const value = isDate ? dated(given) : given;
  const date = [cells.date ?? '', cells.end ?? '']
    .filter((part) => part !== '')
    .map(dated)
    .join(' – ');
  return `${named(cells.subject)} ${said.replace('%', () => value)}${date === '' ? '' : ` (${date})`}.`;
}

/** Who suggested it, when, and what it rests on. */
function originItem(suggestion: Suggestion): Item {
  const { by, at, note, words: rests, place } = suggestion;
  const isRead = rests !== '';
  return fact(
    small(isRead ? words.readFrom(place) : words.by(by.name, DAY.format(at))),
    ...(isRead ? [small(words.restsOn(cut(rests)))] : []),
    ...(note === '' ? [] : [small(words.note(cut(note)))]),
  );
}

function cut(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function doing(command: string, label: string, id: number, style?: 'primary' | 'danger'): Link {
  return { label, verb: 'do', command, options: { s: String(id) }, ...(style === undefined ? {} : { style }) };
}

/** A suggestion that waits, for whoever decides: `made` is what approving would do, `cannot` why it would fail. */
export function reviewDocument(
  suggestion: Suggestion,
  outcome: { readonly made: ChangeMade } | { readonly cannot: string },
  voice: Voice,
): Document {
  const { id } = suggestion;
  const { buttons } = words;
  const change = doing('review.change', buttons.change, id);
  const reject = doing('review.reject', buttons.reject, id, 'danger');
  if ('cannot' in outcome) {
    const told = [fact(line(suggestionSentence(suggestion, voice))), originItem(suggestion)];
    const why = [heading(words.cannot), fact(line(outcome.cannot), small(words.changeIt))];
    return { tone: 'plain', heading: words.heading(id), items: [...told, ...why], links: [change, reject] };
  }
  const { made } = outcome;
  return {
    tone: made.effect.opened.length > 0 ? 'dispute' : 'plain',
    heading: words.heading(id),
    items: [...changeItems(made, voice), originItem(suggestion), ...effectItems(made.effect, voice, false)],
    links: [
      doing('review.approve', buttons.approve, id, 'primary'),
      change,
      reject,
      ...effectLinks(made.effect, made.claim, voice),
    ].slice(0, MOST_BUTTONS),
  };
}

/** The card of a suggestion whose decision was undone. */
export function waitingAgainDocument(review: Document, undone: { readonly by: string; readonly at: number }): Document {
  return { ...review, items: [fact(line(words.waitsAgain(undone.by, DAY.format(undone.at)))), ...review.items] };
}

/** A suggestion that was decided: what became of it, by whom, when and why. */
export function decidedDocument(
  suggestion: Suggestion,
  decision: { readonly by: string; readonly at: number; readonly saved: ChangeSaved | null },
  voice: Voice,
): Document {
  const { id, status, reason } = suggestion;
  const { by, at, saved } = decision;
  const entity = saved?.about == null ? undefined : voice.reader.entity(saved.about);
  const told = saved === null ? [fact(line(suggestionSentence(suggestion, voice)))] : changeItems(saved, voice);
  return {
    tone: status === 'approved' ? 'plain' : 'empty',
    heading: words.headingOf(id, status),
    items: [
      ...told,
      originItem(suggestion),
      fact(line(words.decided(status, by, DAY.format(at))), ...(reason === '' ? [] : [small(words.reason(reason))])),
      ...(saved === null ? [] : effectItems(saved.effect, voice, true)),
    ],
    links: entity === undefined ? [] : [entryLink(entity, voice)],
  };
}

/** To the suggester, once it waits. */
export function sentDocument(suggestion: Suggestion, voice: Voice, isRevised: boolean): Document {
  const { id, tell } = suggestion;
  return {
    tone: 'plain',
    heading: isRevised ? words.revised(id) : words.sent(id),
    items: [
      fact(line(suggestionSentence(suggestion, voice))),
      ...(suggestion.note === '' ? [] : [fact(small(words.note(cut(suggestion.note))))]),
    ],
    closing: [small(tell === 'message' ? words.toldByMessage : words.told)],
    links: ownButtons(id),
  };
}

/** What whoever suggested may do while it waits. */
export function ownButtons(id: number): readonly Link[] {
  return [
    doing('suggest.change', words.buttons.change, id),
    doing('suggest.withdraw', words.buttons.withdraw, id, 'danger'),
  ];
}

/** To the suggester, once it was decided. Without buttons: a direct message knows no server. */
export function outcomeDocument(suggestion: Suggestion, voice: Voice): Document {
  const { id, status, reason } = suggestion;
  return {
    tone: status === 'approved' ? 'plain' : 'empty',
    heading: words.asDecided(id, status),
    items: [fact(line(suggestionSentence(suggestion, voice)), ...(reason === '' ? [] : [small(words.reason(reason))]))],
    closing: [small(voice.reader.profile.title)],
    links: [],
  };
}

/** To the suggester, beside an answer: what was decided since. */
export function newsDocument(decided: readonly Suggestion[], voice: Voice): Document {
  return {
    tone: 'plain',
    heading: words.news(decided.length),
    items: decided.map((suggestion) =>
      fact(
        line(suggestionSentence(suggestion, voice)),
        small(
          [
            words.headingOf(suggestion.id, suggestion.status),
            suggestion.reason === '' ? '' : words.reason(suggestion.reason),
          ]
            .filter((part) => part !== '')
            .join(' · '),
        ),
      ),
    ),
    links: [],
  };
}

/** Somebody's own suggestions, newest first. */
export function mineDocument(own: readonly Suggestion[], voice: Voice): Document {
  const waiting = own.filter(({ status }) => status === 'waiting');
  return {
    tone: own.length === 0 ? 'empty' : 'plain',
    heading: words.mine.heading,
    items:
      own.length === 0
        ? [fact(line(words.mine.none))]
        : own.map((one) =>
            fact(
              line(suggestionSentence(one, voice)),
              small([words.headingOf(one.id, one.status), one.reason].filter((part) => part !== '').join(' · ')),
            ),
          ),
    links: [],
    ...(waiting.length === 0
      ? {}
      : {
          selects: [
            {
              action: 'suggest.own',
              options: {},
              placeholder: words.mine.choose,
              of: { kind: 'choices', choices: waiting.slice(0, 25).map((one) => choiceOf(one, voice)) },
            },
          ],
        }),
  };
}

/** A suggestion in a list to choose from. */
export function choiceOf(suggestion: Suggestion, voice: Voice) {
  return {
    label: words.heading(suggestion.id),
    value: String(suggestion.id),
    description: suggestionSentence(suggestion, voice)
      .slice(0, 100)
      .replace(/[\uD800-\uDBFF]$/, ''),
  };
}

export function suggestionJson(suggestion: Suggestion) {
  const { id, at, by, account, cells, note, words: rests, place, status, reason } = suggestion;
  return { id, at: new Date(at).toISOString(), by: by.name, account, cells, note, words: rests, place, status, reason };
}

/** Suggestions are dated in the readers' own time, whatever the world's calendar is. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
