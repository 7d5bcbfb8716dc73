import { fold } from '../../lore/fold.ts';
import { PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { Predicate, PredicateCatalogue } from '../../lore/predicate.ts';
import { kindInCategories, kindInName } from './kind-words.ts';
import { knownUse } from './known-fields.ts';
import type { FieldUse, Mapping, RecordRule } from './mapping.ts';
import { type FieldStats, looked, type RecordStats, type Survey } from './survey.ts';

type ValueKind = Predicate['valueKind'];

/**
 * Guesses how records become claims, from the names of fields and what stands in them. What is known already (guessed
 * before, or corrected by a keeper) stays as it is.
 */
export function guessMapping(survey: Survey, known: Mapping, catalogue: PredicateCatalogue): Mapping {
  const records: Record<string, RecordRule> = {};
  const predicates: Mapping['predicates'] = {};
  for (const [key, stats] of survey) {
    const before = known.records[key];
    const kind = before === undefined ? kindOf(stats) : before.kind;
    const fields: RecordRule['fields'] = { ...before?.fields };
    for (const [fieldKey, field] of stats.fields) {
      if (Object.hasOwn(fields, fieldKey)) continue;
      const guessed = guessField(fieldKey, field, kind, catalogue);
      fields[fieldKey] = { label: field.label, use: guessed.use };
      if (guessed.fresh !== null) predicates[guessed.fresh.id] ??= { label: field.label, value: guessed.fresh.value };
    }
    records[key] = { label: before?.label ?? stats.label, kind, fields };
  }
  return { records, predicates: { ...predicates, ...known.predicates } };
}

/** What its name says, else what the categories of its pages say, else a thing. */
function kindOf(stats: RecordStats): string | null {
  const named = kindInName(stats.label);
  if (named !== null) return named;
  const categories = [...stats.categories].flatMap(([category, n]) => Array<string>(Math.min(n, 50)).fill(category));
  return kindInCategories(categories) ?? PLAIN_KIND;
}

interface Guess {
  readonly use: FieldUse;
  /** A predicate that the lorebook does not have. */
  readonly fresh: { readonly id: string; readonly value: ValueKind } | null;
}

function guessField(name: string, field: FieldStats, kind: string | null, catalogue: PredicateCatalogue): Guess {
  const old = (use: FieldUse): Guess => ({ use, fresh: null });
  const known = knownUse(name, kind);
  if (known !== null) return old(known);
  if (looked(field) > 0 && field.pictures >= looked(field) * 0.6) return old({ as: 'skip' });
  if (looked(field) > 0 && field.long >= looked(field) * 0.5) return old({ as: 'text' });
  const id = predicateId(name);
  const predicate = catalogue.get(id);
  if (predicate !== undefined) return old({ as: 'claim', predicate: id });
  const inverse = catalogue.byInverse(id);
  if (inverse !== undefined) return old({ as: 'claim', predicate: inverse.id, isReversed: true });
  const value = valueKindOf(name, field);
  return { use: { as: 'claim', predicate: id }, fresh: { id, value } };
}

const DATED = /\b(date|year|day|born|founded|released|aired|when|since|until)\b/;

function valueKindOf(name: string, field: FieldStats): ValueKind {
  const most = looked(field);
  if (most === 0) return 'text';
  if (field.links >= most * 0.5) return 'entity';
  if (field.dates >= most * 0.8) return 'date';
  if (DATED.test(name) && field.dates + field.quantities >= most * 0.8) return 'date';
  return field.quantities >= most * 0.9 ? 'quantity' : 'text';
}

/** Predicates are written in small Latin letters; a name in another script gets a number of its own. */
export function predicateId(name: string): string {
  const plain = fold(name)
    .replaceAll(' ', '_')
    .replace(/[^a-z0-9_]/g, '')
    .replace(/^[^a-z]+/, '')
    .replace(/_+$/, '')
    .slice(0, 60);
  if (plain.replaceAll('_', '').length >= 2) return plain;
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 40;
  return `field_${sum.toString(36)}`;
}
