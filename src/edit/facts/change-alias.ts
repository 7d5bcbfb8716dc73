import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import { LONGEST_NAME, resolveReference } from '../../lore/intake/reference.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import { gate } from '../edit-target.ts';
import type { FactProblem, FactTarget, PlannedChange } from './fact-target.ts';
import { withHandles } from './typed-references.ts';

export interface TypedAlias {
  /** Whose name it is. */
  readonly name: string;
  readonly alias: string;
  readonly isRemoval: boolean;
}

/** Edits looked through for whoever gave a thing its other name. */
const MOST_EDITS = 200;

/** Plans that a thing goes by one more name, or by one fewer. */
export function changeAlias(target: FactTarget, typed: TypedAlias): Result<PlannedChange, FactProblem> {
  const allowed = gate(target, typed.isRemoval ? 'change facts' : 'add facts');
  if (!allowed.ok) return allowed;
  const alias = typed.alias.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const name = typed.name.trim();
  if (name === '') return fail({ kind: 'row', faults: [{ kind: 'missing', column: 'name' }] });
  if (fold(alias) === '') return fail({ kind: 'row', faults: [{ kind: 'missing', column: 'alias' }] });
  if (alias.length > LONGEST_NAME) {
    return fail({ kind: 'row', faults: [{ kind: 'too-long', column: 'alias', most: LONGEST_NAME }] });
  }
  const references = withHandles(target.references, target.read);
  const found = resolveReference(name, 'name', references, { canCreate: false, as: '' });
  if (!found.ok) return fail({ kind: 'row', faults: [found.problem] });
  if (found.value.kind !== 'known') throw new Error('a name that may not be made was made');
  return typed.isRemoval ? removal(target, found.value.entity, alias) : addition(target, found.value.entity, alias);
}

function addition(target: FactTarget, entity: Entity, alias: string): Result<PlannedChange, FactProblem> {
  const folded = fold(alias);
  if (folded === fold(entity.name)) return fail({ kind: 'alias-is-name', name: entity.name });
  if (target.read.aliases(entity.id).some((one) => fold(one) === folded)) return fail({ kind: 'nothing-changes' });
  return ok({
    ...planned(entity, 'add-alias'),
    after: { alias },
    write: (session) => {
      session.addAlias(entity.id, alias, null);
      return null;
    },
  });
}

function removal(target: FactTarget, entity: Entity, alias: string): Result<PlannedChange, FactProblem> {
  const folded = fold(alias);
  const aliases = target.read.aliases(entity.id);
  const known = aliases.find((one) => fold(one) === folded);
  if (known === undefined) return fail({ kind: 'no-such-alias', alias, name: entity.name, aliases });
  const allowed = gate(target, 'change facts', giverOf(target, entity, folded));
  if (!allowed.ok) return allowed;
  return ok({
    ...planned(entity, 'remove-alias'),
    before: { alias: known },
    write: (session) => {
      session.removeAlias(entity.id, known);
      return null;
    },
  });
}

function planned(entity: Entity, op: string) {
  return {
    op,
    target: `entity:${entity.slug}`,
    claim: null,
    about: entity.id,
    touches: [entity.id],
    notes: [],
    made: [],
  };
}

/** Ref of whoever gave the name: later than the thing itself, or with it. */
function giverOf({ log }: FactTarget, entity: Entity, folded: string): string | null {
  const giving = log
    .edits({ about: entity.id, limit: MOST_EDITS })
    .find((edit) => log.changes(edit.id).some((one) => one.field === `alias:${folded}` && one.after !== null));
  return (giving ?? log.editOfEntity(entity.id))?.by.ref ?? null;
}
