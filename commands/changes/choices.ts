import type { FactProblem } from '../../src/edit/facts/fact-target.ts';
import { nearPredicates } from '../../src/edit/facts/typed-predicate.ts';
import type { Entity } from '../../src/lore/entity.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import { fold } from '../../src/lore/fold.ts';
import { CLAIM_COLUMNS, type RowFault } from '../../src/lore/intake/claim-columns.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';

/** A name that can take the place of one that was not understood. */
export interface Choice {
  readonly label: string;
  /** What is typed instead: a handle, a slug, a predicate. */
  readonly value: string;
}

export interface Unclear {
  readonly column: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly canCreate: boolean;
}

const MOST = 3;

/** The first name of a change that was not understood, and what may have been meant; null where nothing was. */
export function unclearIn(problem: FactProblem, lorebook: Lorebook): Unclear | null {
  if (problem.kind !== 'row') return null;
  for (const fault of problem.faults) {
    const unclear = unclearFault(fault, lorebook);
    if (unclear !== null) return unclear;
  }
  return null;
}

function unclearFault(fault: RowFault, lorebook: Lorebook): Unclear | null {
  const { read } = lorebook;
  switch (fault.kind) {
    case 'unknown-name': {
      const { column, text } = fault;
      const choices = column === 'account' ? accountsLike(lorebook, text) : namesLike(lorebook, text, column);
      return { column, text, choices, canCreate: column !== 'name' };
    }
    case 'ambiguous-name': {
      const { column, text } = fault;
      const choices = fault.slugs.slice(0, MOST + 1).flatMap((slug) => {
        const entity = read.entityBySlug(slug);
        return entity === undefined ? [] : [{ label: labelOf(lorebook, entity), value: `#${entity.id}` }];
      });
      return { column, text, choices, canCreate: false };
    }
    case 'unknown-predicate': {
      const near = nearPredicates(read, fault.text, MOST).map(({ id }) => id);
      const ids = fault.nearest === null || near.some((id) => id === fault.nearest) ? near : [fault.nearest, ...near];
      const choices = ids.slice(0, MOST).map((id) => ({ label: id, value: id }));
      return { column: 'predicate', text: fault.text, choices, canCreate: false };
    }
    case 'unknown-continuity': {
      const choices = read.continuities.all.slice(0, MOST).map(({ name, slug }) => ({ label: name, value: slug }));
      return { column: 'continuity', text: fault.text, choices, canCreate: true };
    }
    default:
      return null;
  }
}

function namesLike(lorebook: Lorebook, text: string, column: string): readonly Choice[] {
  const kinds = column === 'work' ? { kinds: ['work'] } : {};
  const { hits } = lorebook.read.find(text, { purpose: 'suggest', limit: MOST, ...kinds });
  const entities = new Map(hits.map(({ entity }) => [entity.id, entity]));
  return [...entities.values()].map((entity) => ({ label: labelOf(lorebook, entity), value: `#${entity.id}` }));
}

function labelOf({ read }: Lorebook, entity: Entity): string {
  const timeline = entity.continuity === null ? null : read.continuities.get(entity.continuity);
  const isElsewhere = timeline !== null && timeline.id !== read.continuities.home.id;
  return isElsewhere ? `${entity.name}, ${timeline.name}` : `${entity.name} (${entity.kind})`;
}

function accountsLike({ read }: Lorebook, text: string): readonly Choice[] {
  const wanted = fold(text);
  const close = read.accounts.filter(({ title }) => fold(title).includes(wanted) || wanted.includes(fold(title)));
  return (close.length > 0 ? close : read.accounts)
    .slice(0, MOST)
    .map(({ title, slug }) => ({ label: title, value: slug }));
}

/** The change with another name in the place of one that was not understood. */
export function withChoice(change: FactChange, { column, text }: Unclear, value: string): FactChange {
  if (change.kind === 'alias') return { ...change, name: value };
  if (change.kind === 'cite') return { ...change, work: value };
  if (change.kind === 'retract') return change;
  if (column === 'account') return { ...change, account: value };
  const { cells } = change;
  if (column === 'work') return { ...change, cells: { ...cells, work: replaced(cells.work, text, value) } };
  if (CLAIM_COLUMNS.some((one) => one === column)) return { ...change, cells: { ...cells, [column]: value } };
  // Any other column is the name of a detail.
  const qualifiers = replaced(cells.qualifiers, `${column}=${text}`, `${column}=${value}`);
  return { ...change, cells: { ...cells, qualifiers } };
}

function replaced(list: string | undefined, part: string, value: string): string {
  return (list ?? '')
    .split('|')
    .map((one) => (one.trim() === part ? value : one))
    .join('|');
}

/** The change with one more name that may be made. */
export function withCreated(change: FactChange, text: string): FactChange {
  if (!('create' in change) || change.create === 'all') return change;
  return { ...change, create: [...new Set([...change.create, text.trim()])] };
}
