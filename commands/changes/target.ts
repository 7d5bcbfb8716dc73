import type { FactProblem, FactTarget } from '../../src/edit/facts/fact-target.ts';
import type { Refusal } from '../../src/lore/permission.ts';
import type { Actor } from '../../src/lore/writer.ts';
import { facts } from '../../src/messages/en/facts.ts';
import type { ActContext } from '../command.ts';

/** Where somebody changes facts, in their own name; `speaker` is whose own statement one without an account is. */
export function factTarget(context: ActContext, speaker: Actor = context.by.actor): FactTarget {
  const { lorebook, by, at } = context;
  const { read, write, references, log } = lorebook;
  const title = facts.ownStatement(speaker.name);
  return { read, write, references, log, by, at, speaker: { actor: speaker, title } };
}

/** The roles that give what is missing, by name. */
export function rolesFor({ lorebook, around }: ActContext, { needs }: Pick<Refusal, 'needs'>): readonly string[] {
  const { roles } = lorebook.settings();
  return around.roleNames(needs === 'scribe' ? [...roles.scribe, ...roles.keeper] : roles.keeper);
}

/** Why a change was not made, in one sentence; who may not is told which roles may. */
export function problemText(context: ActContext, problem: FactProblem): string {
  return facts.problemText(problem, 'needs' in problem ? rolesFor(context, problem) : []);
}
