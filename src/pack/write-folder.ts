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
}

/** Writes a pack's files, one row a line so that changes show in a diff; returns their names. */
export function writePackFolder(folder: string, pack: SavedPack): readonly string[] {
  const tables: readonly (readonly [string, Rows])[] = [
    ['entities.json', pack.entities],
    ['works.json', pack.works],
    ['conflicts.json', pack.conflicts],
    ['rulings.json', pack.rulings],
    ...pack.claims.map(({ account, rows }) => [`claims/${account}.json`, rows] as const),
  ];
  const written = ['pack.json'];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pack.json'), `${JSON.stringify(pack.head, null, 2)}\n`);
  for (const [file, rows] of tables) {
    if (rows.length === 0) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
    written.push(file);
  }
  return written;
}
