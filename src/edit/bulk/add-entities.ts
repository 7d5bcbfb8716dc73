import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { ContinuityId, EntityId } from '../../lore/ids.ts';
import type { EntityCells, RowFault } from '../../lore/intake/claim-columns.ts';
import { LONGEST_NAME, PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { Refusal } from '../../lore/permission.ts';
import { ok, type Result } from '../../lore/result.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { type EditTarget, gate } from '../edit-target.ts';
import { type BatchOptions, type BatchReport, BatchTally, isToBeWritten, PROGRESS_EVERY, Undone } from './batch.ts';

export type EntityRowInput =
  | { readonly line: number; readonly cells: EntityCells }
  | { readonly line: number; readonly fault: RowFault };

/** Adds entities with their aliases in one transaction; one of the same name, kind and timeline only gains the aliases. */
export function addEntities(
  target: EditTarget,
  rows: Iterable<EntityRowInput>,
  options: BatchOptions,
): Result<BatchReport, Refusal> {
  const allowed = gate(target, 'import facts');
  if (!allowed.ok) return allowed;
  try {
    const report = target.write.transaction((session) => {
      const tally = new BatchTally(options);
      for (const row of rows) {
        tally.rows += 1;
        if (tally.rows % PROGRESS_EVERY === 0) options.onProgress?.(tally.rows);
        if ('fault' in row) tally.fault(row.line, [row.fault]);
        else takeRow(row.line, row.cells, target, session, tally);
      }
      if (options.isDryRun || !isToBeWritten(tally, options)) throw new Undone(tally.report(false));
      session.record({
        actor: target.by.actor,
        op: 'add-entities',
        target: 'batch',
        after: { entities: tally.entitiesMade, rows: tally.taken },
        at: target.at,
      });
      return tally.report(true);
    });
    return ok(report);
  } catch (error) {
    if (error instanceof Undone && error.report !== null) return ok(error.report);
    throw error;
  }
}

function takeRow(line: number, cells: EntityCells, target: EditTarget, session: WriteSession, tally: BatchTally): void {
  const faults: RowFault[] = [];
  const name = cells.name?.trim() ?? '';
  if (name === '') faults.push({ kind: 'missing', column: 'name' });
  if (name.length > LONGEST_NAME) faults.push({ kind: 'too-long', column: 'name', most: LONGEST_NAME });
  const slug = cells.continuity?.trim() ?? '';
  const continuity = slug === '' ? undefined : target.read.continuities.bySlug(slug);
  if (slug !== '' && continuity === undefined) faults.push({ kind: 'unknown-continuity', text: slug });
  const aliases = (cells.aliases ?? '')
    .split('|')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  if (aliases.some((alias) => alias.length > LONGEST_NAME)) {
    faults.push({ kind: 'too-long', column: 'aliases', most: LONGEST_NAME });
  }
  if (faults.length > 0) {
    tally.fault(line, faults);
    return;
  }
  const kind = cells.kind?.trim().toLowerCase() || PLAIN_KIND;
  const same = sameEntity(target, name, kind, continuity?.id ?? null);
  if (same !== undefined) tally.note(line, [{ kind: 'already-there', text: name }]);
  const id = same?.id ?? makeEntity(name, kind, continuity ?? null, target, session);
  if (same === undefined) tally.entitiesMade += 1;
  for (const alias of aliases) {
    const folded = fold(alias);
    if (folded !== '' && folded !== fold(name)) session.addAlias(id, alias, null);
  }
  tally.taken += 1;
}

/** The entity a row means that is there already, if any: same name, same timeline, and the same kind where one is given. */
function sameEntity(
  target: EditTarget,
  name: string,
  kind: string,
  continuity: ContinuityId | null,
): Entity | undefined {
  return target.references
    .named(name)
    .find((entity) => (kind === PLAIN_KIND || entity.kind === kind) && entity.continuity === continuity);
}

function makeEntity(
  name: string,
  kind: string,
  continuity: { readonly id: ContinuityId; readonly slug: string } | null,
  target: EditTarget,
  session: WriteSession,
): EntityId {
  const id = session.addEntity({
    slug: uniqueSlug(name, continuity?.slug ?? null, target.references.isSlugTaken),
    name,
    kind,
    continuity: continuity?.id ?? null,
    about: '',
    isShared: false,
  });
  if (kind === 'work')
    session.addWork({ entity: id, form: '', series: '', continuity: continuity?.id ?? null, tier: 0 });
  return id;
}
