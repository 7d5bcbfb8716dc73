import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODALITIES } from '../../src/lore/claim.ts';
import type { DateKind } from '../../src/lore/time/bounds.ts';
import type { Row } from './sketch.ts';

export interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  /** `rule class severity`, sorted; empty = nothing is found. */
  readonly finds: readonly string[];
}

export interface CaseGroup {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * Reads tables of cases: `# group`, `## case => findings` (or `nothing`), and a line for each claim:
 * `account | subject | predicate | value | date: 0440 | as: asof | in: timeline | said: hedged | works: A|B | name=value`.
 * A value in brackets, `(none)` or `(unknown)`, is no value.
 */
export function readCases(folder: string): readonly CaseGroup[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readGroup(readFileSync(join(folder, file), 'utf8')));
}

function readGroup(text: string): CaseGroup {
  const [head = '', ...parts] = text.split(/^## /mu);
  return {
    name: head.replace(/^# /u, '').trim(),
    cases: parts.map((part) => {
      const [title = '', ...lines] = part.trim().split('\n');
      const [name = '', finds = ''] = title.split(' => ');
      const rows = lines.filter((line) => line.includes(' | ')).map(readRow);
      return { name, rows, finds: finds === 'nothing' ? [] : finds.split(', ').sort() };
    }),
  };
}

export function readRow(line: string): Row {
  const [account = '', s = '', p = '', v = '', ...more] = line.split(' | ').map((cell) => cell.trim());
  const told = new Map(
    more
      .filter((cell) => /^\w+: /u.test(cell))
      .map((cell) => [cell.slice(0, cell.indexOf(':')), cell.slice(cell.indexOf(':') + 2)]),
  );
  const q = more.filter((cell) => !/^\w+: /u.test(cell)).join('|');
  const modality = MODALITIES.find((known) => known === told.get('said'));
  const isNothing = v === '(none)' || v === '(unknown)';
  return {
    account,
    s,
    p,
    ...(isNothing ? { is: v === '(none)' ? 'none' : 'unknown' } : { v }),
    ...optional('date', told.get('date')),
    ...optional('end', told.get('end')),
    ...optional('kind', told.get('as') as DateKind | undefined),
    ...optional('continuity', told.get('in')),
    ...optional('works', told.get('works')),
    ...optional('modality', modality),
    ...(q === '' ? {} : { q }),
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
