import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** A pack on its way to disk: rows as they will stand there. */
export interface SavedPack {
  readonly head: Readonly<Record<string, unknown>>;
  readonly entities: Rows;
  readonly works: Rows;
  readonly claims: readonly { readonly account: string; readonly rows: Rows }[];
  readonly conflicts: Rows;
  readonly rulings: Rows;
  readonly passages?: readonly { readonly account: string; readonly rows: Rows }[];
}

/** A pack's files by name, one row a line so that changes show in a diff. */
export function packFiles(pack: SavedPack): readonly { readonly path: string; readonly text: string }[] {
  const tables: readonly (readonly [string, Rows])[] = [
    ['entities.json', pack.entities],
    ['works.json', pack.works],
    ['conflicts.json', pack.conflicts],
    ['rulings.json', pack.rulings],
    ...pack.claims.map(({ account, rows }) => [`claims/${account}.json`, rows] as const),
    ...(pack.passages ?? []).map(({ account, rows }) => [`passages/${account}.json`, rows] as const),
  ];
  return [
    { path: 'pack.json', text: `${JSON.stringify(pack.head, null, 2)}\n` },
    ...tables
      .filter(([, rows]) => rows.length > 0)
      .map(([path, rows]) => ({ path, text: `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n` })),
  ];
}

/** Writes a pack's files; returns their names. */
export function writePackFolder(folder: string, pack: SavedPack): readonly string[] {
  const files = packFiles(pack);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return files.map(({ path }) => path);
}
