import type { Account } from '../lore/account.ts';
import type { ClaimId, ContinuityId, EntityId } from '../lore/ids.ts';
import type { ReadRow } from '../lore/intake/claim-row.ts';
import type { Reference } from '../lore/intake/reference.ts';
import type { References } from '../lore/references.ts';
import { uniqueSlug } from '../lore/unique-slug.ts';
import type { WriteSession } from '../lore/writer.ts';

/** What writing a row needs to know of the lorebook besides its session. */
export interface RowWriter {
  readonly session: WriteSession;
  readonly references: References;
  readonly account: Account;
  /** The id of a timeline, made if need be. */
  continuityOf(slug: string): ContinuityId;
  /** Timeline a work is filed under, if any. */
  workContinuity(work: EntityId): ContinuityId | null;
  readonly home: ContinuityId;
}

/** Writes one row that was read without a fault, making what it names as new. */
export function writeRow(row: ReadRow, writer: RowWriter): ClaimId {
  const made = new Map<string, EntityId>();
  const idOf = (reference: Reference): EntityId => {
    if (reference.kind === 'known') return reference.entity.id;
    const key = `${reference.as}:${reference.name}`;
    const id = made.get(key) ?? createEntity(reference.name, reference.as, writer);
    made.set(key, id);
    return id;
  };
  const { value } = row;
  const citations = row.works.map(({ work, locator }) => ({ work: idOf(work), locator }));
  return writer.session.addClaim({
    account: writer.account.id,
    key: row.key,
    continuity: continuityFor(
      row,
      citations.map((citation) => citation.work),
      writer,
    ),
    subject: idOf(row.subject),
    predicate: row.predicate.id,
    value: value.kind === 'entity' ? { kind: 'entity', entity: idOf(value.object) } : value,
    date: row.date,
    dateKind: row.dateKind,
    bounds: row.bounds,
    extent: row.extent,
    modality: row.modality,
    statement: row.statement,
    qualifiers: row.qualifiers.map(({ name, text, entity }) => ({
      name,
      text,
      entity: entity === null ? null : idOf(entity),
    })),
    citations,
  });
}

function createEntity(name: string, kind: string, { session, references }: RowWriter): EntityId {
  // An earlier row of the same file may have made it.
  const [known] = references.entities(name, kind === 'work' ? kind : undefined);
  if (known !== undefined) return known.id;
  const slug = uniqueSlug(name, null, references.isSlugTaken);
  const id = session.addEntity({ slug, name, kind, continuity: null, about: '', isShared: false });
  if (kind === 'work') session.addWork({ entity: id, form: '', series: '', continuity: null, tier: 0 });
  return id;
}

/** Explicit words first, then the work that is cited, then the account, then the default timeline. */
function continuityFor(row: ReadRow, works: readonly EntityId[], writer: RowWriter): ContinuityId {
  if (row.continuity !== null) return writer.continuityOf(row.continuity);
  const filed = new Set(works.map((work) => writer.workContinuity(work)));
  const [only] = filed;
  if (filed.size === 1 && only !== null && only !== undefined) return only;
  return writer.account.continuity ?? writer.home;
}
