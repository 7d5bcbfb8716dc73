import type { Entity } from '../lore/entity.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Named, resolveName } from './name.ts';

/** The predicate by which a person holds an office. */
export const HOLDS = 'holds_position';

const MOST_OFFICES = 200;

/** The office that is meant: the one named, else the lorebook's chief office, else the one with most holders. */
export function officeMeant(reader: LoreReader, typed: string | undefined): Named {
  if (typed !== undefined && typed.trim() !== '') {
    const office = resolveName(reader, typed, ['office']);
    return office.kind === 'none' ? resolveName(reader, typed) : office;
  }
  const { chiefOffice } = reader.profile;
  if (chiefOffice !== null) {
    const named = resolveName(reader, chiefOffice, ['office']);
    if (named.kind === 'one') return named;
  }
  const [most] = reader
    .entitiesOfKind('office', MOST_OFFICES)
    .map((office) => ({ office, holders: holderCount(reader, office) }))
    .sort((a, b) => b.holders - a.holders);
  if (most === undefined || most.holders === 0) return { kind: 'none', typed: '', nearest: [] };
  return { kind: 'one', entity: most.office, corrected: null };
}

function holderCount(reader: LoreReader, office: Entity): number {
  return new Set(reader.claimsByObject(office.id, HOLDS).map((claim) => claim.subject)).size;
}
