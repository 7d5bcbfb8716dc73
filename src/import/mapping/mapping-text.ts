import type { PredicateCatalogue } from '../../lore/predicate.ts';
import { VALUE_KINDS } from '../../lore/predicate.ts';
import { type FieldUse, fieldKey, type Mapping, type RecordRule, recordKey } from './mapping.ts';

/**
 * A mapping as a person reads and corrects it:
 *
 *     [template Infobox Chapter] work
 *     pov = point_of_view: entity
 *     children = parent, reversed
 *     aka = (alias), split ;,
 *     image = -
 */
export interface MappingFault {
  readonly line: number;
  readonly text: string;
  readonly why: 'no-record' | 'no-equals' | 'unknown-predicate' | 'unknown-use' | 'bad-predicate' | 'unknown-table';
}

const WORDS = ['name', 'alias', 'about', 'kind', 'text', 'id'] as const;
const HEAD = /^\[\s*(?:(template|table)\s+)?(.+?)\s*\]\s*(.*)$/i;

export function hasRecords(mapping: Mapping): boolean {
  return Object.keys(mapping.records).length > 0;
}

/** Writes the records of a mapping, those that `isWanted` names. */
export function writeMapping(mapping: Mapping, isWanted: (key: string) => boolean = () => true): string {
  const blocks = Object.entries(mapping.records)
    .filter(([key]) => isWanted(key))
    .map(([key, { label, kind, fields }]) => {
      const source = key.startsWith('table:') ? 'table' : 'template';
      const lines = Object.values(fields).map(({ label: field, use }) => `${field} = ${writeUse(use, mapping)}`);
      return [`[${source} ${label}] ${kind ?? '-'}`, ...lines].join('\n');
    });
  return blocks.join('\n\n');
}

/** What a field is read as, as it is written in a mapping. */
export function writeUse(use: FieldUse, mapping: Mapping): string {
  switch (use.as) {
    case 'skip':
      return '-';
    case 'claim': {
      const declared = mapping.predicates[use.predicate];
      const kind = declared === undefined ? '' : `: ${declared.value}`;
      return `${use.predicate}${kind}${use.isReversed === true ? ', reversed' : ''}${splitText(use.split)}`;
    }
    case 'id-of': {
      const table = use.record.replace(/^table:/, '');
      return `(id of ${table})${use.predicate === undefined ? '' : `, ${use.predicate}`}`;
    }
    case 'name':
    case 'alias':
      return `(${use.as})${splitText(use.split)}`;
    case 'kind':
    case 'about':
    case 'text':
    case 'id':
      return `(${use.as})`;
  }
}

function splitText(split: string | undefined): string {
  return split === undefined || split === '' ? '' : `, split ${split}`;
}

/** Reads corrections: records and fields that are not named stay as they are in `known`. */
export function readMapping(
  text: string,
  known: Mapping,
  catalogue: PredicateCatalogue,
): Mapping | { readonly faults: readonly MappingFault[] } {
  const records: Mapping['records'] = {};
  const predicates: Mapping['predicates'] = {};
  const faults: MappingFault[] = [];
  let current: { key: string; rule: RecordRule } | null = null;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const fault = (why: MappingFault['why']): void =>
      void faults.push({ line: index + 1, text: line.slice(0, 80), why });
    const head = HEAD.exec(line);
    if (head !== null) {
      const [, source = 'template', label = '', kind = ''] = head;
      const key = recordKey(source.toLowerCase() === 'table' ? 'table' : 'template', label);
      const before = known.records[key];
      const said = kind.trim().toLowerCase();
      current = {
        key,
        rule: {
          label: before?.label ?? label,
          kind: said === '-' ? null : said || (before?.kind ?? 'thing'),
          fields: { ...before?.fields },
        },
      };
      records[key] = current.rule;
      continue;
    }
    const equals = line.indexOf('=');
    if (current === null) fault('no-record');
    else if (equals < 1) fault('no-equals');
    else {
      const label = line.slice(0, equals).trim();
      const read = readUse(line.slice(equals + 1).trim(), known, catalogue);
      if (typeof read === 'string') fault(read);
      else {
        current.rule.fields[fieldKey(label)] = { label, use: read.use };
        if (read.declared !== null)
          predicates[read.declared.id] = { label: read.declared.id.replaceAll('_', ' '), value: read.declared.value };
      }
    }
  }
  return faults.length > 0 ? { faults } : { records, predicates };
}

type Declared = { readonly id: string; readonly value: Mapping['predicates'][string]['value'] };

function readUse(
  text: string,
  known: Mapping,
  catalogue: PredicateCatalogue,
): { readonly use: FieldUse; readonly declared: Declared | null } | MappingFault['why'] {
  if (text === '-' || text === '') return { use: { as: 'skip' }, declared: null };
  // What splits may be a comma, so it is cut off first.
  const [, plain = text, split] = /^(.*?),\s*split\s+(\S+)\s*$/i.exec(text) ?? [];
  const parts = plain.split(',').map((part) => part.trim());
  const [first = '', ...rest] = parts;
  const table = /^\(\s*id of (.+?)\s*\)$/i.exec(first);
  if (table !== null) {
    const record = recordKey('table', table[1] ?? '');
    const predicate = rest[0];
    return {
      use: { as: 'id-of', record, split: '|,;', ...(predicate === undefined ? {} : { predicate }) },
      declared: null,
    };
  }
  const word = /^\(\s*(\w+)\s*\)$/.exec(first)?.[1]?.toLowerCase();
  if (word !== undefined) {
    const as = WORDS.find((one) => one === word);
    if (as === undefined) return 'unknown-use';
    if (as === 'name' || as === 'alias')
      return { use: { as, ...(split === undefined ? {} : { split }) }, declared: null };
    return { use: { as }, declared: null };
  }
  const [id = '', kind] = first.split(':').map((part) => part.trim());
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(id)) return 'bad-predicate';
  const isReversed = rest.some((part) => /^reversed$/i.test(part));
  const use: FieldUse = {
    as: 'claim',
    predicate: id,
    ...(isReversed ? { isReversed } : {}),
    ...(split === undefined ? {} : { split }),
  };
  if (catalogue.get(id) !== undefined) return { use, declared: null };
  const before = known.predicates[id];
  const value = VALUE_KINDS.find((one) => one === kind) ?? before?.value;
  // A predicate that nobody has declared says what its values are, so that a slip is not taken for a new one.
  if (value === undefined || value === 'unknown' || value === 'none') return 'unknown-predicate';
  return { use, declared: { id, value } };
}
