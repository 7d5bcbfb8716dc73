import type { Claim } from '../../lore/claim.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { ClaimCells } from '../../lore/intake/claim-columns.ts';
import { usualKind } from '../../lore/intake/claim-date.ts';
import { parseQuantity } from '../../lore/intake/quantity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { References } from '../../lore/references.ts';
import { typedName } from './typed-references.ts';

type Source = { readonly read: LoreReader; readonly references: References };

/** A claim as the columns a person would type for it. */
export function cellsOfClaim(claim: Claim, { read, references }: Source): ClaimCells {
  const name = (id: EntityId): string => typedName(references, read, id);
  const predicate = read.predicates.get(claim.predicate);
  const isDated = claim.date !== null;
  const isUsual = predicate !== undefined && usualKind(predicate, isDated) === claim.dateKind;
  const cells: Record<string, string> = {
    subject: name(claim.subject),
    predicate: claim.predicate,
    value: valueCell(claim, read, name),
    value_kind: claim.value.kind === predicate?.valueKind ? '' : claim.value.kind,
    date: claim.value.kind === 'date' ? '' : (claim.date ?? ''),
    date_kind: isUsual ? '' : claim.dateKind,
    continuity: read.continuities.get(claim.continuity).slug,
    work: claim.citations.map(({ work }) => name(work)).join('|'),
    locator: claim.citations.some(({ locator }) => locator !== '')
      ? claim.citations.map(({ locator }) => locator).join('|')
      : '',
    // A member's own statement is hedged unless it says otherwise.
    modality: claim.modality === 'asserted' && references.memberOf(claim.account) === null ? '' : claim.modality,
    statement: claim.statement,
    qualifiers: claim.qualifiers
      .map((one) => `${one.name}=${one.entity === null ? one.text : name(one.entity)}`)
      .join('|'),
    key: claim.key ?? '',
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}

/** The value as a file holds it; `name` is how the file refers to an entity. */
export function valueCell({ value, date, predicate }: Claim, read: LoreReader, name: (id: EntityId) => string): string {
  switch (value.kind) {
    case 'entity': {
      const timeline = predicate === 'continuity_of' ? read.continuities.byEntity(value.entity)?.slug : undefined;
      return timeline ?? name(value.entity);
    }
    case 'text':
    case 'quantity':
      return value.text;
    case 'yesno':
      return value.yes ? 'yes' : 'no';
    case 'date':
      return date ?? '';
    case 'unknown':
    case 'none':
      return '';
  }
}

/** What the sentence of a claim tells: where one of them changes, the old sentence would say what no longer holds. */
const TOLD = ['subject', 'predicate', 'value', 'value_kind', 'date', 'end', 'qualifiers'] as const;

/** The columns of a claim with some of them anew. A statement that was not written anew goes with what it said. */
export function amendedCells(now: ClaimCells, changes: ClaimCells): ClaimCells {
  const differs = (column: keyof ClaimCells): boolean =>
    changes[column] !== undefined && changes[column].trim() !== (now[column] ?? '').trim();
  const cells: Record<string, string | undefined> = { ...now, ...changes };
  if (TOLD.some(differs) && !differs('statement')) cells.statement = '';
  // What was undated is of the kind "none"; a date that comes to it has its predicate's own.
  if (differs('date') && cells.date_kind === 'none') cells.date_kind = '';
  if (differs('value')) {
    if (!differs('value_kind') && isSnak(now.value_kind)) cells.value_kind = '';
    if (!differs('qualifiers')) cells.qualifiers = withoutNoun(now);
  }
  // A new end takes the place of the one that stands in the date.
  if (differs('end') && !differs('date')) cells.date = (now.date ?? '').split('/')[0] ?? '';
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => (text?.trim() ?? '') !== '')) as ClaimCells;
}

function isSnak(kind: string | undefined): boolean {
  return kind === 'unknown' || kind === 'none';
}

/** The noun of a quantity stands as a detail, too: it goes with the quantity. */
function withoutNoun(now: ClaimCells): string {
  const quantity = parseQuantity(now.value ?? '');
  const noun = quantity.ok && quantity.value.what !== '' ? `what=${quantity.value.what}` : null;
  return (now.qualifiers ?? '')
    .split('|')
    .filter((part) => part !== noun)
    .join('|');
}
