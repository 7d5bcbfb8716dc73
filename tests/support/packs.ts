import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Row = Readonly<Record<string, unknown>>;

/** A pack as its files hold it. */
export interface PackFiles {
  readonly head: Row;
  readonly entities?: readonly Row[];
  readonly works?: readonly Row[];
  /** By account. */
  readonly claims?: Readonly<Record<string, readonly Row[]>>;
  readonly conflicts?: readonly Row[];
  readonly rulings?: readonly Row[];
  /** By account. */
  readonly passages?: Readonly<Record<string, readonly Row[]>>;
}

/** The least a pack can be: one timeline, one account. */
export function aHead(overrides: Row = {}): Row {
  return {
    name: 'small',
    title: 'A small world',
    default_continuity: 'main',
    continuities: [{ slug: 'main', name: 'main timeline' }],
    accounts: [{ slug: 'chronicle', title: 'The chronicle' }],
    ...overrides,
  };
}

/** Writes a pack's files into a folder, which is returned. */
export function writePack(folder: string, pack: PackFiles): string {
  const write = (file: string, data: unknown): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(data, null, 1));
  };
  write('pack.json', pack.head);
  if (pack.entities !== undefined) write('entities.json', pack.entities);
  if (pack.works !== undefined) write('works.json', pack.works);
  if (pack.conflicts !== undefined) write('conflicts.json', pack.conflicts);
  if (pack.rulings !== undefined) write('rulings.json', pack.rulings);
  for (const [account, rows] of Object.entries(pack.claims ?? {})) write(`claims/${account}.json`, rows);
  for (const [account, rows] of Object.entries(pack.passages ?? {})) write(`passages/${account}.json`, rows);
  return folder;
}
