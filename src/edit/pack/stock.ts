import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoreReader } from '../../lore/reader.ts';
import type { References } from '../../lore/references.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { Actor, LoreWriter } from '../../lore/writer.ts';
import type { Pack, PackFault } from '../../pack/pack.ts';
import { readPack } from '../../pack/read-folder.ts';
import { type LoadedPack, loadPack } from './load-pack.ts';
import { loadRulings } from './pack-rulings.ts';

const PACKS = join(import.meta.dirname, '../../../data');

/** What a lorebook starts from when no pack was chosen: one timeline and nothing in it. */
const EMPTY: Pack = {
  head: {
    name: 'lorebook',
    title: 'Lorebook',
    description: '',
    licence: '',
    language: 'en',
    default_continuity: 'main',
    continuities: [{ slug: 'main', name: 'main timeline', parent: null, branch: null, tier: 0 }],
    accounts: [],
    shared_offices: [],
    predicates: [],
  },
  entities: [],
  works: [],
  claims: [],
  conflicts: [],
  rulings: [],
};

/** The folder of a pack: a path as it is, else a folder under data/. */
export function packFolder(name: string): string {
  return existsSync(join(name, 'pack.json')) ? name : join(PACKS, name);
}

/** Reads a starter pack, or the empty beginning for null. */
export function starterPack(name: string | null): Result<Pack, readonly PackFault[]> {
  return name === null ? ok(EMPTY) : readPack(packFolder(name));
}

/** Fills an empty lorebook from a starter pack, or with the empty beginning for null, as an edit of the bot's own. */
export function stockFrom(
  name: string | null,
  lorebook: Parameters<typeof stock>[0],
  at: number,
): Result<void, readonly PackFault[]> {
  const pack = starterPack(name);
  if (!pack.ok) return pack;
  const stocked = stock(lorebook, pack.value, { ref: 'bot', name: 'Concordance' }, at);
  return stocked.ok ? ok(undefined) : stocked;
}

/** Fills an empty lorebook. */
export function stock(
  lorebook: { readonly read: LoreReader; readonly write: LoreWriter; readonly references: References },
  pack: Pack,
  actor: Actor,
  at: number,
): Result<LoadedPack, readonly PackFault[]> {
  const loaded = loadPack(pack, { writer: lorebook.write, references: lorebook.references, actor, at });
  if (!loaded.ok) return fail(loaded.problem);
  loadRulings(pack, lorebook, actor, at);
  return ok(loaded.value);
}
