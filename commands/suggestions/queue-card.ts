import { choiceOf, suggestionJson, suggestionSentence } from '../../src/documents/facts/suggestions.ts';
import { type Voice, voiceOf } from '../../src/documents/voice.ts';
import { rehearseSuggestion } from '../../src/edit/review.ts';
import { refusal } from '../../src/lore/permission.ts';
import type { Suggestion } from '../../src/lore/suggestion.ts';
import { type Document, fact, type Item, type Link, line, small } from '../../src/messages/document.ts';
import { suggestions as words } from '../../src/messages/en/suggestions.ts';
import type { ActContext, Reply } from '../command.ts';
import { refused } from '../refused.ts';
import { reviewTarget } from './review-target.ts';

/** Suggestions on one page: their numbers stand in the button that approves just these. */
const ON_PAGE = 5;

/** What waits for review, page by page; `said` stands on top. */
export function queueCard(context: ActContext, asked: number, said: readonly Item[] = [], isInPlace = false): Reply {
  const missing = refusal(context.by, 'review suggestions');
  if (missing !== null) return refused(context, missing);
  const { suggestions, read } = context.lorebook;
  const count = suggestions.waitingCount();
  const pages = Math.max(1, Math.ceil(count / ON_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = suggestions.waiting({ limit: ON_PAGE, offset: (page - 1) * ON_PAGE });
  const voice = voiceOf(read);
  const rows = shown.map((suggestion) => ({ suggestion, outlook: outlookOf(context, suggestion) }));
  const document: Document = {
    tone: count === 0 ? 'empty' : 'plain',
    heading: words.queue.heading(count),
    items: [...said, ...(count === 0 ? [fact(line(words.queue.empty))] : rows.map((row) => rowItem(row, voice)))],
    closing: pages === 1 ? [] : [small(words.queue.page(page, pages))],
    links: [...turning(page, pages), ...approving(rows)],
    ...(shown.length === 0 ? {} : { selects: [chooser(shown, voice)] }),
  };
  const items = shown.map(suggestionJson);
  return { kind: 'card', document, json: () => ({ items, waiting: count, conflicts: [] }), isInPlace };
}

interface Row {
  readonly suggestion: Suggestion;
  /** What approving would do, in a few words. */
  readonly outlook: { readonly text: string; readonly canBeApproved: boolean };
}

function outlookOf(context: ActContext, suggestion: Suggestion): Row['outlook'] {
  const seen = rehearseSuggestion(reviewTarget(context), suggestion, ({ effect }) => effect.opened.length);
  if (!seen.ok) return { text: words.queue.faulty, canBeApproved: false };
  return { text: seen.value === 0 ? '' : words.queue.opens(seen.value), canBeApproved: true };
}

function rowItem({ suggestion, outlook }: Row, voice: Voice): Item {
  const { id, by, at, words: rests, place, account } = suggestion;
  const who = rests === '' ? words.by(by.name, DAY.format(at)) : words.readFrom(place);
  const told = account === null ? '' : (voice.reader.accounts.find(({ slug }) => slug === account)?.title ?? account);
  const tags = [`${words.heading(id)}`, who.replace(/[.]$/, ''), told, outlook.text].filter((tag) => tag !== '');
  return fact(line(suggestionSentence(suggestion, voice)), small(tags.join(' · ')));
}

function turning(page: number, pages: number): readonly Link[] {
  const to = (label: string, target: number): Link => ({
    label,
    verb: 'do',
    command: 'queue.page',
    options: { p: String(target) },
  });
  return [
    ...(page > 1 ? [to(words.queue.previous, page - 1)] : []),
    ...(page < pages ? [to(words.queue.next, page + 1)] : []),
  ];
}

/** Just those that were shown: what came since is on no page that anybody looked at. */
function approving(rows: readonly Row[]): readonly Link[] {
  const ids = rows.filter(({ outlook }) => outlook.canBeApproved).map(({ suggestion }) => suggestion.id);
  if (ids.length === 0) return [];
  const options = { ids: ids.join('.') };
  return [{ label: words.queue.all(ids.length), verb: 'do', command: 'queue.approve', options, style: 'primary' }];
}

function chooser(shown: readonly Suggestion[], voice: Voice) {
  return {
    action: 'queue.open',
    options: {},
    placeholder: words.queue.choose,
    of: { kind: 'choices', choices: shown.map((suggestion) => choiceOf(suggestion, voice)) },
  } as const;
}

/** Suggestions are dated in the readers' own time. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
