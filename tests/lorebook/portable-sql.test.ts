import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from '../support/sources.ts';

const MIGRATIONS = sourceFiles(['migrations'], ['.sql']);
const CODE = sourceFiles(['src/lorebook'], ['.ts']);
/** Opening and owning a file is SQLite's own business; what is asked of an open one is not. */
const OF_THE_FILE = ['open.ts', 'owner.ts', 'database.ts', 'care/copy.ts', 'care/examine.ts'].map(
  (file) => `src/lorebook/${file}`,
);

/** The quoted texts of a file that are SQL, and whole migrations. */
function sqlOf(file: SourceFile): readonly string[] {
  if (file.path.endsWith('.sql')) return [file.text.replace(/--.*$/gm, '')];
  const quoted = file.text.matchAll(/`([^`]*)`|'((?:[^'\\\n]|\\.)*)'/g);
  return [...quoted]
    .map(([, template, plain]) => template ?? plain ?? '')
    .filter((text) => /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WITH|BEGIN)\b/.test(text));
}

const ALL = [...MIGRATIONS, ...CODE].flatMap((file) => sqlOf(file).map((sql) => ({ path: file.path, sql })));
const where = (bad: (sql: string, path: string) => boolean): readonly string[] =>
  ALL.filter(({ sql, path }) => bad(sql, path)).map(({ path, sql }) => `${path}: ${sql.slice(0, 80)}`);

describe('the SQL of the lorebook', () => {
  it('is found by this test', () => {
    expect(ALL.length).toBeGreaterThan(80);
  });

  it.each([
    ['ATTACH', /\bATTACH\b/i],
    ['VACUUM INTO', /\bVACUUM\b/i],
    ['user_version', /user_version/i],
    ['load_extension', /load_extension/i],
    ['a LIKE pattern in the text longer than 50 bytes', /LIKE\s+'[^']{51,}'/i],
    ['an integer above 2^53', /\b\d{17,}\b/],
  ])('knows no %s', (_what, pattern) => {
    expect(where((sql) => pattern.test(sql))).toEqual([]);
  });

  it('defines no functions of our own', () => {
    const own = CODE.filter(({ text }) => /\.(function|aggregate|table|loadExtension)\(/.test(text));
    expect(own.map(({ path }) => path)).toEqual([]);
  });

  it('gives at most 99 parameters', () => {
    expect(where((sql) => sql.split('?').length - 1 > 99)).toEqual([]);
  });

  it('compares no bound text with LIKE, whose pattern could be of any length', () => {
    expect(where((sql) => /LIKE\s+\?/i.test(sql))).toEqual([]);
  });

  it('leaves pragmas to the files that open a connection', () => {
    expect(where((sql, path) => /\bPRAGMA\b/i.test(sql) && !OF_THE_FILE.includes(path))).toEqual([]);
    const reaching = CODE.filter(({ path, text }) => /\.pragma\(/.test(text) && !OF_THE_FILE.includes(path));
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });

  it('is written in one part of the house', () => {
    const elsewhere = sourceFiles(['src', 'commands'], ['.ts'])
      .filter(({ path }) => !path.startsWith('src/lorebook/'))
      .filter(({ text }) => /\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|CREATE TABLE)\b/.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});
