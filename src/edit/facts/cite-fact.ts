import { resolveReference } from '../../lore/intake/reference.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import { changeable, sidesOf } from './amend-fact.ts';
import type { FactProblem, FactTarget, PlannedChange } from './fact-target.ts';
import { withHandles } from './typed-references.ts';

/** Longest place within a work, in characters. */
const LONGEST_LOCATOR = 200;

export interface TypedCitation {
  readonly claim: number;
  readonly work: string;
  /** Where in the work; may be empty. */
  readonly locator: string;
  readonly create: 'all' | readonly string[];
}

/** Plans that a claim cites one more work. */
export function citeFact(target: FactTarget, typed: TypedCitation): Result<PlannedChange, FactProblem> {
  const found = changeable(target, typed.claim);
  if (!found.ok) return found;
  const claim = found.value;
  const title = typed.work.trim();
  const locator = typed.locator.trim();
  if (title === '') return fail({ kind: 'row', faults: [{ kind: 'missing', column: 'work' }] });
  if (locator.length > LONGEST_LOCATOR) {
    return fail({ kind: 'row', faults: [{ kind: 'too-long', column: 'locator', most: LONGEST_LOCATOR }] });
  }
  const canCreate = typed.create === 'all' || typed.create.includes(title);
  const references = withHandles(target.references, target.read);
  const work = resolveReference(title, 'work', references, { canCreate, as: 'work', only: 'work' });
  if (!work.ok) return fail({ kind: 'row', faults: [work.problem] });
  const reference = work.value;
  const isCited = claim.citations.some(
    (one) => reference.kind === 'known' && one.work === reference.entity.id && one.locator === locator,
  );
  if (isCited) return fail({ kind: 'nothing-changes' });
  const name = reference.kind === 'known' ? reference.entity.name : reference.name;
  return ok({
    op: 'cite-claim',
    target: `claim:${claim.id}`,
    after: { work: name, locator },
    claim,
    about: claim.subject,
    touches: sidesOf(claim),
    notes: [],
    made: reference.kind === 'new' ? [{ name, as: 'work' }] : [],
    write: (session) => {
      const id =
        reference.kind === 'known'
          ? reference.entity.id
          : session.addEntity({
              slug: uniqueSlug(name, null, target.references.isSlugTaken),
              name,
              kind: 'work',
              continuity: null,
              about: '',
              isShared: false,
            });
      session.addWork({ entity: id, form: '', series: '', continuity: null, tier: 0 });
      session.addCitation(claim.id, { work: id, locator });
      return claim.id;
    },
  });
}
