import type { EditId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import type { Pseudonym } from '../lore/person.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { type EditTarget, gate } from './edit-target.ts';

export type ReplaceProblem = Refusal | { readonly kind: 'nobody-known' };

/**
 * Puts a pseudonym in the place of whoever asks for it: in the log, on suggestions, as the teller of their own
 * statements. The edits themselves stay, and the log stays whole. It is made in the pseudonym's name: no row of it says
 * who that was.
 */
export function replaceMember(
  target: Pick<EditTarget, 'write' | 'by' | 'at'>,
  by: Pseudonym,
): Result<EditId, ReplaceProblem> {
  const allowed = gate(target, 'look up');
  if (!allowed.ok) return allowed;
  const { ref } = target.by.actor;
  try {
    return ok(
      target.write.transaction((session) => {
        if (!session.replacePerson(ref, by)) throw new NobodyKnown();
        return session.record({
          actor: { ref: by.ref, name: by.name },
          op: 'forget-member',
          target: 'member',
          at: target.at,
        });
      }),
    );
  } catch (error) {
    if (error instanceof NobodyKnown) return fail({ kind: 'nobody-known' });
    throw error;
  }
}

/** Leaves the transaction without a trace. */
class NobodyKnown extends Error {}
