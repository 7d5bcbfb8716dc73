import { z } from 'zod';
import { ownButtons, sentDocument, suggestionJson, suggestionSentence } from '../../src/documents/facts/suggestions.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import {
  ownWaiting,
  reviseSuggestion,
  type SuggestionProblem,
  suggest,
  withdrawSuggestion,
} from '../../src/edit/suggest.ts';
import type { EntityId } from '../../src/lore/ids.ts';
import { CLAIM_COLUMNS } from '../../src/lore/intake/claim-columns.ts';
import type { Suggestion } from '../../src/lore/suggestion.ts';
import { fact, type Link, line, small } from '../../src/messages/document.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { suggestions as words } from '../../src/messages/en/suggestions.ts';
import { unclearIn } from '../changes/choices.ts';
import type { ActContext, Action, Options, Reply } from '../command.ts';
import { ownDraft } from '../own-draft.ts';
import { decidedCard, postForReview, spreadDecision } from './review-card.ts';
import { refusedSuggestion, reviewTarget, suggestionProblemText } from './review-target.ts';
import { type SuggestionDraft, suggestForm, suggestionFromForm } from './suggest-form.ts';

const ACTION = 'suggest';
const kept = z.object({
  cells: z.partialRecord(z.enum(CLAIM_COLUMNS), z.string()),
  account: z.string().nullable(),
  note: z.string(),
});

/** Sends a suggestion to those who review; what cannot be read is said, and nothing typed is lost. */
export async function send(context: ActContext, draft: SuggestionDraft, tell: 'next' | 'message'): Promise<Reply> {
  const { lorebook } = context;
  const sent = suggest(reviewTarget(context), { ...draft, tell });
  if (!sent.ok) return unsent(context, draft, tell, sent.problem);
  await postForReview(context, sent.value);
  return waitingCard(context, sent.value, lorebook.suggestions.get(sent.value), false);
}

function waitingCard(context: ActContext, id: number, suggestion: Suggestion | undefined, isRevised: boolean): Reply {
  if (suggestion === undefined) throw new Error(`suggestion ${id} vanished`);
  const document = sentDocument(suggestion, voiceOf(context.lorebook.read), isRevised);
  const json = () => ({ status: 'waiting', suggestion: suggestionJson(suggestion) });
  return { kind: 'card', document, json, isInPlace: isRevised };
}

/** Problems that the form can put right. */
const CORRECTABLE: ReadonlySet<SuggestionProblem['kind']> = new Set(['row', 'not-your-account']);

function unsent(context: ActContext, draft: SuggestionDraft, tell: string, problem: SuggestionProblem): Reply {
  const { lorebook, at, by, around } = context;
  const message = suggestionProblemText(context, problem);
  if (!CORRECTABLE.has(problem.kind) || around.kind === 'terminal') return { kind: 'refused', message };
  const d = lorebook.drafts.add({ at, ref: by.actor.ref, action: ACTION, data: draft });
  const choices = problem.kind === 'row' ? (unclearIn(problem, lorebook)?.choices ?? []) : [];
  const near = choices.map(({ label }) => label);
  const change: Link = {
    label: facts.buttons.change,
    verb: 'do',
    command: 'suggest.again',
    options: { d, m: tell === 'message' ? '1' : '' },
  };
  const advice = [near.length === 0 ? '' : facts.problem.nearest(near), facts.problem.change];
  const said = small(advice.filter((part) => part !== '').join(' '));
  const items = [fact(line(message), said)];
  const document = { tone: 'empty', heading: facts.problem.heading, items, links: [change] } as const;
  return { kind: 'card', document, json: () => ({ status: 'refused', message }) };
}

function numberIn(options: Options): number {
  return Number(/^\d{1,15}$/.exec(options.s ?? '')?.[0] ?? 0);
}

function withOwn(context: ActContext, id: number, then: (suggestion: Suggestion) => Reply): Reply {
  const found = ownWaiting(reviewTarget(context), id);
  return found.ok ? then(found.value) : refusedSuggestion(context, found.problem);
}

function tellOf(options: Options): 'next' | 'message' {
  return options.m === '1' ? 'message' : 'next';
}

/** What the buttons and forms of suggesting run. */
export const suggestActions: readonly Action[] = [
  {
    // From an answer that found nothing: what was asked for stands in the form.
    name: 'suggest.form',
    run: ({ lorebook }, options) => {
      const nameOf = (handle: string | undefined): string => {
        const named = /^#(\d{1,15})$/.exec(handle ?? '')?.[1];
        return named === undefined ? '' : (lorebook.read.entity(Number(named) as EntityId)?.name ?? '');
      };
      const all = { subject: nameOf(options.s), predicate: options.p, value: nameOf(options.o), date: options.t };
      const cells = Object.fromEntries(Object.entries(all).filter(([, text]) => (text ?? '') !== ''));
      const draft = { cells, account: null, note: '' };
      return { kind: 'form', form: suggestForm(draft, 'suggest.send', {}, words.form.title) };
    },
  },
  {
    name: 'suggest.send',
    run: (context, options, { fields }) => send(context, suggestionFromForm(fields), tellOf(options)),
  },
  {
    name: 'suggest.again',
    run: (context, options) => {
      const typed = ownDraft(context, options.d, { action: ACTION, schema: kept });
      if (!typed.ok) return { kind: 'refused', message: typed.problem };
      const again = { m: options.m ?? '' };
      return { kind: 'form', form: suggestForm(typed.value.data, 'suggest.send', again, words.form.title) };
    },
  },
  {
    name: 'suggest.own',
    run: (context, _options, { values }) =>
      withOwn(context, numberIn({ s: values[0] ?? '' }), (suggestion) => {
        const voice = voiceOf(context.lorebook.read);
        const items = [fact(line(suggestionSentence(suggestion, voice)))];
        const heading = words.headingOf(suggestion.id, suggestion.status);
        const document = { tone: 'plain', heading, items, links: ownButtons(suggestion.id) } as const;
        return { kind: 'card', document, json: () => suggestionJson(suggestion) };
      }),
  },
  {
    name: 'suggest.change',
    run: (context, options) =>
      withOwn(context, numberIn(options), (suggestion) => ({
        kind: 'form',
        form: suggestForm(
          suggestion,
          'suggest.changed',
          { s: String(suggestion.id) },
          words.form.change(suggestion.id),
        ),
      })),
  },
  {
    name: 'suggest.changed',
    run: async (context, options, { fields }) => {
      const id = numberIn(options);
      const revised = reviseSuggestion(reviewTarget(context), id, suggestionFromForm(fields));
      if (!revised.ok) return refusedSuggestion(context, revised.problem);
      await postForReview(context, id);
      return waitingCard(context, id, context.lorebook.suggestions.get(id), true);
    },
  },
  {
    name: 'suggest.withdraw',
    run: async (context, options) => {
      const id = numberIn(options);
      const done = withdrawSuggestion(reviewTarget(context), id);
      if (!done.ok) return refusedSuggestion(context, done.problem);
      const suggestion = context.lorebook.suggestions.get(id);
      if (suggestion === undefined) throw new Error(`suggestion ${id} vanished`);
      const document = decidedCard(context, suggestion, null);
      await spreadDecision(context, id, document);
      return { kind: 'card', document, json: () => suggestionJson(suggestion), isInPlace: true };
    },
  },
];
