import { fold } from '../../lore/fold.ts';
import { likelyKind, PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { PredicateCatalogue } from '../../lore/predicate.ts';
import { guessMapping, predicateId } from '../mapping/guess.ts';
import { kindInName } from '../mapping/kind-words.ts';
import { type FieldUse, fieldKey, type Mapping, type RecordRule, recordKey } from '../mapping/mapping.ts';
import type { FieldStats, Survey } from '../mapping/survey.ts';
import { looked } from '../mapping/survey.ts';
import type { SurveyedTable } from './survey-tables.ts';

/**
 * Guesses how tables become claims: which column names a row, which columns hold ids of other tables, and what the
 * others say. What is known already stays.
 */
export function guessTables(
  tables: readonly SurveyedTable[],
  survey: Survey,
  known: Mapping,
  catalogue: PredicateCatalogue,
): Mapping {
  const guessed = guessMapping(survey, known, catalogue);
  const records: Record<string, RecordRule> = { ...guessed.records };
  const predicates = { ...guessed.predicates };
  for (const table of tables) {
    const key = recordKey('table', table.name);
    const rule = records[key];
    if (rule === undefined || known.records[key] !== undefined) continue;
    const told = ruleOf(table, rule, tables);
    records[key] = told;
    for (const { label, use } of Object.values(told.fields)) {
      // What points at a row has that row as its value.
      if (use.as === 'id-of' && use.predicate !== undefined) predicates[use.predicate] = { label, value: 'entity' };
    }
  }
  // Joins are looked at last: what they say depends on what the tables they join tell of.
  for (const table of tables) {
    const key = recordKey('table', table.name);
    const rule = records[key];
    if (rule === undefined || known.records[key] !== undefined) continue;
    const joined = joinRule(rule, records);
    records[key] = joined.rule;
    if (joined.fresh !== null && catalogue.get(joined.fresh) === undefined) {
      predicates[joined.fresh] = { label: joined.fresh.replaceAll('_', ' '), value: 'entity' };
    }
  }
  return { records, predicates };
}

function ruleOf(table: SurveyedTable, rule: RecordRule, tables: readonly SurveyedTable[]): RecordRule {
  const fields: RecordRule['fields'] = {};
  for (const column of table.columns) {
    const key = fieldKey(column);
    const field = rule.fields[key];
    const stats = table.stats.fields.get(key);
    if (field === undefined || stats === undefined) continue;
    fields[key] = { label: column, use: useOf(key, field.use, stats, table, tables) };
  }
  const uses = Object.values(fields).map(({ use }) => use.as);
  const isOwn = !uses.includes('id-of') || uses.includes('id') || uses.includes('name');
  if (isOwn && !uses.includes('name')) nameOne(table, fields);
  return { label: table.name, kind: kindOf(table, rule, fields), fields };
}

const PEOPLE_FIELDS = new Set(['born', 'died', 'father', 'mother', 'spouse', 'parent', 'birth_place', 'gender']);

function kindOf(table: SurveyedTable, rule: RecordRule, fields: RecordRule['fields']): string | null {
  const named = kindInName(table.name);
  if (named !== null || (rule.kind !== null && rule.kind !== PLAIN_KIND)) return named ?? rule.kind;
  const isPeople = Object.values(fields).some(({ use }) => use.as === 'claim' && PEOPLE_FIELDS.has(use.predicate));
  return isPeople ? 'person' : PLAIN_KIND;
}

/** The first column that names a row: words, and hardly ever the same twice. */
function nameOne(table: SurveyedTable, fields: RecordRule['fields']): void {
  const singular = singularOf(table.name);
  const named = table.columns.find((column) => /^(name|title|label|full name|display name)$/.test(fieldKey(column)));
  const own = table.columns.find((column) => fieldKey(column) === singular || fieldKey(column) === `${singular} name`);
  const wordy = table.columns.find((column) => {
    const stats = table.stats.fields.get(fieldKey(column));
    const use = fields[fieldKey(column)]?.use.as;
    if (stats === undefined || looked(stats) === 0 || use === 'id' || use === 'id-of' || use === 'text') return false;
    const isWords = stats.quantities + stats.dates < looked(stats) * 0.2;
    return isWords && stats.distinct.size > looked(stats) * 0.8;
  });
  const column = named ?? own ?? wordy;
  if (column !== undefined) fields[fieldKey(column)] = { label: column, use: { as: 'name' } };
}

function useOf(
  key: string,
  guessed: FieldUse,
  stats: FieldStats,
  table: SurveyedTable,
  tables: readonly SurveyedTable[],
): FieldUse {
  if (guessed.as === 'id') return guessed;
  if (isKindColumn(key, stats)) return { as: 'kind' };
  const areIds = looked(stats) > 0 && [...stats.distinct].every((value) => /^\d+(\s*[|,;]\s*\d+)*$/.test(value));
  const base = key.replace(/ ids?$/, '');
  const isIdColumn = base !== key;
  const target = tables.find(({ name }) => namesAgree(base, name));
  if (isIdColumn && target?.name === table.name) return { as: 'id' };
  const record = (other: SurveyedTable): string => recordKey('table', other.name);
  if (target !== undefined && (isIdColumn || areIds)) return { as: 'id-of', record: record(target), split: '|,;' };
  if (!areIds || guessed.as !== 'claim' || stats.filled === 0) return guessed;
  // "father: 12": the id of a row of the kind that the predicate speaks of.
  const kind = likelyKind(guessed.predicate, 'value');
  const wanted = kind === PLAIN_KIND ? KIND_OF_VALUE[guessed.predicate] : kind;
  const other = wanted === undefined ? undefined : tables.find(({ name }) => kindInName(name) === wanted);
  const pointed = other ?? (SAME_TABLE.test(key) ? table : undefined);
  if (pointed === undefined || !hasIds(pointed)) return guessed;
  return { as: 'id-of', record: record(pointed), predicate: guessed.predicate, split: '|,;' };
}

/** "kind" says what a row is; "type" and "category" do where they hold words for kinds. */
function isKindColumn(key: string, stats: FieldStats): boolean {
  if (key === 'kind') return true;
  if (!/^(type|category|class|entity type)$/.test(key) || stats.distinct.size === 0) return false;
  const kinds = [...stats.distinct].filter((value) => kindInName(value) !== null).length;
  return kinds >= stats.distinct.size * 0.8;
}

const KIND_OF_VALUE: Readonly<Record<string, string>> = { member_of: 'group', led_by: 'person', founded_by: 'person' };
const SAME_TABLE =
  /^(preceded by|followed by|previous|next|predecessor|successor|parent|overlord|part of|cadet branch(es)?|prequel|sequel)( id)?$/;

function hasIds(table: SurveyedTable): boolean {
  return table.columns.some(
    (column) => fieldKey(column) === 'id' || namesAgree(fieldKey(column).replace(/ id$/, ''), table.name),
  );
}

function singularOf(name: string): string {
  return name
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

function namesAgree(a: string, b: string): boolean {
  return (
    a === b ||
    singularOf(a) === singularOf(b) ||
    fold(a).replaceAll(' ', '') === fold(singularOf(b)).replaceAll(' ', '')
  );
}

/** What it says of somebody that a row joins them with something, by the kinds of both. */
const JOINS: Readonly<Record<string, string>> = {
  'person group': 'member_of',
  'person polity': 'member_of',
  'person office': 'title',
  'person species': 'species',
  'person work': 'appears_in',
  'person vessel': 'part_of_crew',
  'person event': 'took_part',
  'event person': 'participant',
  'battle person': 'participant',
  'place place': 'located_in',
};

/** A table without names of its own: its rows join two others, or say more of the rows of one. */
function joinRule(rule: RecordRule, records: Mapping['records']): { rule: RecordRule; fresh: string | null } {
  const pointing = Object.entries(rule.fields).flatMap(([key, { use }]) => (use.as === 'id-of' ? [{ key, use }] : []));
  const uses = Object.values(rule.fields).map(({ use }) => use.as);
  if (pointing.length < 2 || uses.includes('name')) return { rule, fresh: null };
  const kindOf = (record: string): string => records[record]?.kind ?? PLAIN_KIND;
  const [one, two] = pointing;
  if (one === undefined || two === undefined) return { rule, fresh: null };
  const forward = JOINS[`${kindOf(one.use.record)} ${kindOf(two.use.record)}`];
  const backward = JOINS[`${kindOf(two.use.record)} ${kindOf(one.use.record)}`];
  const isForward = forward !== undefined || backward === undefined;
  const object = isForward ? two : one;
  const predicate = forward ?? backward ?? predicateId(object.key.replace(/ ids?$/, ''));
  const fields = { ...rule.fields };
  const field = fields[object.key];
  if (field !== undefined) fields[object.key] = { ...field, use: { ...object.use, predicate } };
  return { rule: { ...rule, fields }, fresh: predicate };
}
