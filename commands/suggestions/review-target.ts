import type { ReviewTarget } from '../../src/edit/review.ts';
import type { SuggestionProblem } from '../../src/edit/suggest.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { suggestions } from '../../src/messages/en/suggestions.ts';
import { factTarget, rolesFor } from '../changes/target.ts';
import type { ActContext, Reply } from '../command.ts';

/** Where suggestions are made and decided, in somebody's own name. */
export function reviewTarget(context: ActContext): ReviewTarget {
  return { ...factTarget(context), suggestions: context.lorebook.suggestions, titleFor: facts.ownStatement };
}

/** Why a suggestion was not sent, changed or decided, in one sentence. */
export function suggestionProblemText(context: ActContext, problem: SuggestionProblem): string {
  return suggestions.problem(problem, 'needs' in problem ? rolesFor(context, problem) : []);
}

/** The same as a refusal. */
export function refusedSuggestion(context: ActContext, problem: SuggestionProblem): Reply {
  return { kind: 'refused', message: suggestionProblemText(context, problem) };
}
