import type { Refusal } from '../src/lore/permission.ts';
import { rights } from '../src/messages/en/rights.ts';
import type { ActContext, Reply } from './command.ts';

/** The sentence that says what right is missing and which roles give it. */
export function refused({ lorebook, around }: Pick<ActContext, 'lorebook' | 'around'>, refusal: Refusal): Reply {
  const { roles } = lorebook.settings();
  const ids = refusal.needs === 'scribe' ? [...roles.scribe, ...roles.keeper] : roles.keeper;
  return { kind: 'refused', message: rights.refused(refusal, around.roleNames(ids)) };
}
