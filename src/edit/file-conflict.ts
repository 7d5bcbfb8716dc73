import type { ClaimId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { type EditTarget, gate } from './edit-target.ts';

export type FileProblem =
  | Refusal
  | { readonly kind: 'too-few-claims' }
  | { readonly kind: 'no-such-claim'; readonly claim: number }
  | { readonly kind: 'title-and-note-needed' };

/** Files a conflict by hand over chosen claims, where no rule can see it; in several timelines it is a divergence. */
export function fileConflict(
  target: EditTarget,
  filed: { readonly title: string; readonly why: string; readonly claims: readonly ClaimId[] },
): Result<void, FileProblem> {
  const allowed = gate(target, 'rule on conflicts');
  if (!allowed.ok) return allowed;
  const claims = [...new Set(filed.claims)];
  if (claims.length < 2) return fail({ kind: 'too-few-claims' });
  if (filed.title.trim() === '' || filed.why.trim() === '') return fail({ kind: 'title-and-note-needed' });
  const missing = claims.find((id) => target.read.claim(id) === undefined);
  if (missing !== undefined) return fail({ kind: 'no-such-claim', claim: missing });
  target.write.transaction((session) => {
    const edit = session.record({
      actor: target.by.actor,
      op: 'file-conflict',
      target: 'lorebook',
      after: { title: filed.title, claims },
      reason: filed.why,
      at: target.at,
    });
    session.fileConflict({ ...filed, claims, edit });
  });
  return ok(undefined);
}
