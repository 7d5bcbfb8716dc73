import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');

/** One file of the project, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** Path from the root for the project's own files, else the package's name. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}

/** Every file under the folders that ends so. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => endings.some((ending) => file.endsWith(ending)))
      .sort()
      .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(PROJECT, folder, file), 'utf8') })),
  );
}

const FROM = /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const INLINE = /\bimport\('([^']+)'\)/g;

/** What a file imports, read off its import lines; `import('…')` in a type counts as a type. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: { target: string; isTypeOnly: boolean }[] = [];
  for (const [, type, names = '', target = ''] of file.text.matchAll(FROM)) {
    const named = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const isAllTypes =
      named
        ?.split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .every((name) => name.startsWith('type ')) ?? false;
    found.push({ target, isTypeOnly: type !== undefined || isAllTypes });
  }
  for (const [, target = ''] of file.text.matchAll(BARE)) found.push({ target, isTypeOnly: false });
  for (const [, target = ''] of file.text.matchAll(INLINE)) found.push({ target, isTypeOnly: true });
  return found.map(({ target, isTypeOnly }) => {
    const isOurs = target.startsWith('.');
    const path = isOurs ? relative(PROJECT, join(PROJECT, file.path, '..', target)) : target;
    return { target: path, isOurs, isTypeOnly };
  });
}
