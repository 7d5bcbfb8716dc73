import type { Account } from '../account.ts';
import { type ClaimValue, MODALITIES, type Modality } from '../claim.ts';
import type { ContinuityTree } from '../continuity.ts';
import { type Predicate, type PredicateCatalogue, VALUE_KINDS, type ValueKind } from '../predicate.ts';
import type { References } from '../references.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Bounds, DateKind } from '../time/bounds.ts';
import type { Calendar } from '../time/calendar.ts';
import type { ClaimCells, RowFault, RowNote } from './claim-columns.ts';
import { dateOfRow, type RowDate } from './claim-date.ts';
import { qualifierKind, splitQualifiers } from './qualifiers.ts';
import { parseQuantity } from './quantity.ts';
import { LONGEST_NAME, likelyKind, PLAIN_KIND, type Reference, resolveReference } from './reference.ts';

/** What a row is read against. */
export interface Intake {
  readonly references: References;
  readonly predicates: PredicateCatalogue;
  readonly continuities: ContinuityTree;
  readonly calendar: Calendar;
  readonly account: Account;
  readonly canCreate: boolean;
}

/** A row that can be taken: everything resolved, or named as new. */
export interface ReadRow {
  readonly subject: Reference;
  readonly predicate: Predicate;
  /** For an entity the reference stands in `object`. */
  readonly value: Exclude<ClaimValue, { kind: 'entity' }> | { readonly kind: 'entity'; readonly object: Reference };
  readonly date: string | null;
  readonly dateKind: DateKind;
  readonly bounds: Bounds;
  readonly extent: RowDate['extent'];
  /** Slug as written; null = what the account or its works say. */
  readonly continuity: string | null;
  readonly works: readonly { readonly work: Reference; readonly locator: string }[];
  readonly modality: Modality;
  readonly statement: string;
  readonly qualifiers: readonly { readonly name: string; readonly text: string; readonly entity: Reference | null }[];
  readonly key: string | null;
  readonly notes: readonly RowNote[];
}

/** Longest free text of a claim (value, statement, qualifiers), in UTF-16 units. */
export const LONGEST_TEXT = 2000;

/** Reads one row of claims; every fault of it is named, not just the first. Changes nothing. */
export function readClaimRow(cells: ClaimCells, intake: Intake): Result<ReadRow, readonly RowFault[]> {
  const faults: RowFault[] = [];
  const notes: RowNote[] = [];
  const take = <T>(result: Result<T, RowFault>): T | undefined => {
    if (result.ok) return result.value;
    faults.push(result.problem);
    return undefined;
  };
  for (const column of ['value', 'statement', 'qualifiers', 'locator'] as const) {
    if ((cells[column]?.length ?? 0) > LONGEST_TEXT) faults.push({ kind: 'too-long', column, most: LONGEST_TEXT });
  }
  if ((cells.key?.length ?? 0) > LONGEST_NAME) faults.push({ kind: 'too-long', column: 'key', most: LONGEST_NAME });
  const predicate = take(predicateOf(cells, intake));
  const valueKind = predicate && take(oneOf(cells, 'value_kind', VALUE_KINDS, predicate.valueKind));
  const modality = take(oneOf(cells, 'modality', MODALITIES, 'asserted'));
  const subject = take(required(cells, 'subject', (text) => referenceOf(text, 'subject', predicate, intake)));
  const value = predicate && valueKind && take(rowValue(cells, predicate, valueKind, intake));
  const dated = predicate && valueKind && take(dateOfRow(cells, predicate, valueKind, intake, notes));
  const continuity = take(continuityOf(cells, intake));
  const works = take(worksOf(cells, intake));
  const qualifiers = take(qualifiersOf(cells, intake));
  if (faults.length > 0 || !(predicate && modality && subject && value && dated && works && qualifiers)) {
    return fail(faults);
  }
  return ok({
    subject,
    predicate,
    value: value.value,
    ...dated,
    continuity: continuity ?? null,
    works,
    modality,
    statement: cells.statement?.trim() ?? '',
    qualifiers: value.what === '' ? qualifiers : withWhat(qualifiers, value.what),
    key: textOr(cells.key, null),
    notes,
  });
}

function textOr<T>(text: string | undefined, otherwise: T): string | T {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? otherwise : trimmed;
}

function required<T>(
  cells: ClaimCells,
  column: 'subject' | 'predicate' | 'value',
  read: (text: string) => Result<T, RowFault>,
): Result<T, RowFault> {
  const text = textOr(cells[column], null);
  return text === null ? fail({ kind: 'missing', column }) : read(text);
}

function oneOf<T extends string>(
  cells: ClaimCells,
  column: 'value_kind' | 'modality',
  allowed: readonly T[],
  otherwise: T,
): Result<T, RowFault> {
  const text = textOr(cells[column]?.toLowerCase(), otherwise);
  const known = allowed.find((word) => word === text);
  return known === undefined ? fail({ kind: 'not-one-of', column, text, allowed }) : ok(known);
}

function predicateOf(cells: ClaimCells, intake: Intake): Result<Predicate, RowFault> {
  return required(cells, 'predicate', (text) => {
    const known = intake.predicates.get(text);
    return known === undefined ? fail({ kind: 'unknown-predicate', text, nearest: nearest(text, intake) }) : ok(known);
  });
}

/** A predicate that differs only in case, spaces or a missing ending. */
function nearest(text: string, intake: Intake): string | null {
  const plain = (id: string): string => id.toLowerCase().replaceAll(/[^a-z]/g, '');
  const wanted = plain(text);
  const inverse = intake.predicates.byInverse(text);
  if (inverse !== undefined) return inverse.id;
  if (wanted.length < 3) return null;
  const close = intake.predicates.all.find(({ id }) => plain(id) === wanted || plain(id).startsWith(wanted));
  return close?.id ?? null;
}

function referenceOf(text: string, column: 'subject' | 'value', predicate: Predicate | undefined, intake: Intake) {
  const as = predicate === undefined ? PLAIN_KIND : likelyKind(predicate.id, column);
  return resolveReference(text, column, intake.references, { canCreate: intake.canCreate, as });
}

interface TakenValue {
  readonly value: ReadRow['value'];
  /** The noun of a quantity. */
  readonly what: string;
}

function rowValue(
  cells: ClaimCells,
  predicate: Predicate,
  kind: ValueKind,
  intake: Intake,
): Result<TakenValue, RowFault> {
  if (kind === 'unknown' || kind === 'none') return ok({ value: { kind }, what: '' });
  return required(cells, 'value', (text): Result<TakenValue, RowFault> => {
    switch (kind) {
      case 'text':
        return ok({ value: { kind, text }, what: '' });
      case 'date':
        return ok({ value: { kind }, what: '' });
      case 'yesno': {
        const yes = /^(yes|y|true|1)$/i.test(text);
        if (!yes && !/^(no|n|false|0|never)$/i.test(text)) return fail({ kind: 'not-yes-or-no', text });
        return ok({ value: { kind, yes }, what: '' });
      }
      case 'quantity': {
        const read = parseQuantity(text);
        if (!read.ok) return read;
        const { low, high, what } = read.value;
        return ok({ value: { kind, low, high, text }, what });
      }
      case 'entity': {
        const object = entityValue(text, predicate, intake);
        return object.ok ? ok({ value: { kind, object: object.value }, what: '' }) : object;
      }
    }
  });
}

/** A timeline is meant by its own slug before anything else of that name. */
function entityValue(text: string, predicate: Predicate, intake: Intake): Result<Reference, RowFault> {
  if (predicate.id !== 'continuity_of') return referenceOf(text, 'value', predicate, intake);
  const continuity = intake.continuities.bySlug(text);
  const [entity] = continuity === undefined ? [] : intake.references.entities(continuity.name, 'continuity');
  if (entity !== undefined) return ok({ kind: 'known', entity });
  return resolveReference(text, 'value', intake.references, { canCreate: false, as: 'continuity', only: 'continuity' });
}

function continuityOf(cells: ClaimCells, intake: Intake): Result<string | null, RowFault> {
  const slug = textOr(cells.continuity, null);
  if (slug === null || intake.canCreate || intake.continuities.bySlug(slug) !== undefined) return ok(slug);
  return fail({ kind: 'unknown-continuity', text: slug });
}

function worksOf(cells: ClaimCells, intake: Intake): Result<ReadRow['works'], RowFault> {
  const titles = splitList(cells.work);
  const locators = splitList(cells.locator);
  if (locators.some((locator, position) => locator !== '' && (titles[position] ?? '') === '')) {
    return fail({ kind: 'too-many-locators', works: filledIn(titles), locators: filledIn(locators) });
  }
  const works: { work: Reference; locator: string }[] = [];
  for (const [position, title] of titles.entries()) {
    if (title === '') continue;
    const options = { canCreate: intake.canCreate, as: 'work', only: 'work' };
    const work = resolveReference(title, 'work', intake.references, options);
    if (!work.ok) return work;
    works.push({ work: work.value, locator: locators[position] ?? '' });
  }
  return ok(works);
}

/** Empty places stay, since works and locators are paired by their place. */
function splitList(text: string | undefined): readonly string[] {
  return (text ?? '').split('|').map((part) => part.trim());
}

function filledIn(parts: readonly string[]): number {
  return parts.filter((part) => part !== '').length;
}

function qualifiersOf(cells: ClaimCells, intake: Intake): Result<ReadRow['qualifiers'], RowFault> {
  const parts = splitQualifiers(cells.qualifiers ?? '');
  if (!parts.ok) return parts;
  const qualifiers: ReadRow['qualifiers'][number][] = [];
  for (const { name, text } of parts.value) {
    const kind = qualifierKind(name);
    const as = name === 'office' ? 'office' : name === 'event' ? 'event' : PLAIN_KIND;
    const entity =
      kind === 'word'
        ? undefined
        : resolveReference(text, name, intake.references, { canCreate: intake.canCreate && kind === 'name', as });
    if (entity?.ok === false && kind === 'name') return entity;
    qualifiers.push({ name, text, entity: entity?.ok === true ? entity.value : null });
  }
  return ok(qualifiers);
}

function withWhat(qualifiers: ReadRow['qualifiers'], what: string): ReadRow['qualifiers'] {
  if (qualifiers.some((qualifier) => qualifier.name === 'what')) return qualifiers;
  return [...qualifiers, { name: 'what', text: what, entity: null }];
}
