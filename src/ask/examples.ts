import type { LoreReader } from '../lore/reader.ts';
import type { Example } from './answer.ts';

const LOOKED_AT = 5;
const NEEDED = 3;

/** Three questions that this very lorebook answers, for whoever does not know what to ask. */
export function examplesOf(reader: LoreReader): readonly Example[] {
  const office = reader
    .entitiesOfKind('office', LOOKED_AT)
    .find((entity) => reader.claimsByObject(entity.id, 'holds_position').length > 0);
  const event = ['battle', 'event']
    .flatMap((kind) => reader.entitiesOfKind(kind, LOOKED_AT))
    .find((entity) => reader.claimsBySubject(entity.id, 'date').some((claim) => claim.date !== null));
  const [member] = reader.claimsByPredicate('member_of', 1);
  const group = member?.value.kind === 'entity' ? reader.entity(member.value.entity) : undefined;
  const day =
    event === undefined
      ? undefined
      : reader.claimsBySubject(event.id, 'date').find((claim) => claim.bounds.sLo !== null)?.bounds.sLo;
  // Where nothing is told, the name of a timeline would be all there is to ask for.
  if (reader.lastClaim() === 0) return [];
  const known = reader.find('', { purpose: 'suggest', limit: NEEDED }).hits.map((hit) => hit.entity);
  const examples: Example[] = [
    ...(office === undefined ? [] : [{ kind: 'who-held', office: office.name } as const]),
    ...(event === undefined ? [] : [{ kind: 'when', event: event.name } as const]),
    ...(day === undefined || day === null ? [] : [{ kind: 'year', day } as const]),
    ...(group === undefined ? [] : [{ kind: 'members', of: group.name } as const]),
    ...known.map((entity) => ({ kind: 'about', name: entity.name }) as const),
  ];
  return examples.slice(0, NEEDED);
}
