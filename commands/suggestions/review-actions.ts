import { suggestionJson } from '../../src/documents/facts/suggestions.ts';
import { approveAll, changeOf, waiting } from '../../src/edit/review.ts';
import type { Suggestion } from '../../src/lore/suggestion.ts';
import { fact, type Item, line, small } from '../../src/messages/document.ts';
import { suggestions as words } from '../../src/messages/en/suggestions.ts';
import { changeForm, changeFromForm } from '../changes/form.ts';
import { showProposal } from '../changes/propose.ts';
import type { ActContext, Action, Options, Reply } from '../command.ts';
import { approveNow, rejectNow } from './decide.ts';
import { queueCard } from './queue-card.ts';
import { decidedCard, reviewCard, spreadDecision } from './review-card.ts';
import { refusedSuggestion, reviewTarget, suggestionProblemText } from './review-target.ts';

const LONGEST_REASON = 500;

function numberIn(options: Options): number {
  return Number(/^\d{1,15}$/.exec(options.s ?? '')?.[0] ?? 0);
}

/** A waiting suggestion, or why there is none for whoever pressed. */
function withWaiting(context: ActContext, id: number, then: (suggestion: Suggestion) => Reply): Reply {
  const found = waiting(reviewTarget(context), id);
  return found.ok ? then(found.value) : refusedSuggestion(context, found.problem);
}

async function approvePage(context: ActContext, ids: readonly number[]): Promise<Reply> {
  const done = context.briefly(() => approveAll(reviewTarget(context), ids));
  if (!done.ok) return refusedSuggestion(context, done.problem);
  const { edit, approved, failed } = done.value;
  for (const id of approved) {
    const suggestion = context.lorebook.suggestions.get(id);
    if (suggestion !== undefined) await spreadDecision(context, id, decidedCard(context, suggestion, null));
  }
  const said: Item[] = [
    fact(
      line(`${words.queue.approved(approved.length)}.`),
      ...(edit === null ? [] : [small(words.queue.oneEdit(edit, approved.length))]),
      ...failed.map(({ id, problem }) => small(`${words.heading(id)}: ${suggestionProblemText(context, problem)}`)),
    ),
  ];
  return queueCard(context, 1, said, true);
}

/** What the buttons, lists and forms of the review queue and of review cards run. */
export const reviewActions: readonly Action[] = [
  { name: 'review.approve', run: (context, options) => approveNow(context, numberIn(options)) },
  {
    name: 'review.reject',
    run: (context, options) =>
      withWaiting(context, numberIn(options), ({ id }) => ({
        kind: 'form',
        form: {
          title: words.form.reject(id),
          action: 'review.rejected',
          options: { s: String(id) },
          fields: [
            { name: 'reason', label: words.form.reason, isLong: true, isRequired: true, maxLength: LONGEST_REASON },
          ],
        },
      })),
  },
  {
    name: 'review.rejected',
    run: (context, options, { fields }) => rejectNow(context, numberIn(options), fields.reason ?? ''),
  },
  {
    name: 'review.change',
    run: (context, options) =>
      withWaiting(context, numberIn(options), (suggestion) => ({
        kind: 'form',
        form: {
          ...changeForm(changeOf(suggestion), 'review.changed', { s: String(suggestion.id) }),
          title: words.form.change(suggestion.id),
        },
      })),
  },
  {
    // What a keeper makes of it is a preview of the keeper's own: the card of the suggestion stays as it is until Save.
    name: 'review.changed',
    run: (context, options, { fields }) =>
      withWaiting(context, numberIn(options), (suggestion) => {
        const change = changeFromForm(changeOf(suggestion), fields, context.lorebook);
        return showProposal(context, { change, suggestion: suggestion.id }, null);
      }),
  },
  { name: 'queue.page', run: (context, options) => queueCard(context, Number(options.p ?? 1), [], true) },
  {
    name: 'queue.open',
    run: (context, _options, { values }) =>
      withWaiting(context, numberIn({ s: values[0] ?? '' }), (suggestion) => ({
        kind: 'card',
        document: reviewCard(context, suggestion),
        json: () => suggestionJson(suggestion),
      })),
  },
  {
    name: 'queue.approve',
    run: (context, options) =>
      approvePage(
        context,
        (options.ids ?? '').split('.').flatMap((id) => (/^\d{1,15}$/.test(id) ? [Number(id)] : [])),
      ),
  },
];
