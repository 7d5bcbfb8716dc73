import type { Continuity } from '../../lore/continuity.ts';
import { fold, slugOf } from '../../lore/fold.ts';
import type { ContinuityId, EntityId } from '../../lore/ids.ts';
import { PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { References } from '../../lore/references.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { WriteSession } from '../../lore/writer.ts';
import type { EntityRow, Pack, PackFault, Placed } from '../../pack/pack.ts';

/** Makes the entities and works of a pack; returns the timeline each work is filed under. */
export function loadEntities(
  pack: Pack,
  session: WriteSession,
  continuities: readonly Continuity[],
  references: References,
  faults: PackFault[],
): ReadonlyMap<EntityId, ContinuityId | null> {
  const made: { readonly row: Placed<EntityRow>; readonly id: EntityId }[] = [];
  const timeline = (slug: string | null | undefined, place: Placed<unknown>['place']): Continuity | null => {
    if (slug === null || slug === undefined || slug === '') return null;
    const node = continuities.find((continuity) => continuity.slug === slug);
    if (node === undefined) faults.push({ place, fault: { kind: 'unknown', what: 'continuity', text: slug } });
    return node ?? null;
  };
  for (const row of pack.entities) {
    const { value, place } = row;
    const home = timeline(value.continuity, place);
    const declared = continuityEntity(value, continuities);
    if (declared !== undefined) sayMore(declared, value, home, session);
    const id = declared ?? makeEntity(row, home, session, references, faults);
    if (id === undefined) continue;
    made.push({ row, id });
    for (const alias of value.aliases) {
      if (fold(alias) !== fold(value.name) && fold(alias) !== '') session.addAlias(id, alias, null);
    }
  }
  linkCounterparts(made, session, references, faults);
  const worksIn = loadWorks(pack, session, timeline, references, faults);
  for (const { row, id } of made) {
    if (row.value.kind === 'work' && !worksIn.has(id)) {
      session.addWork({ entity: id, form: '', series: '', continuity: null, tier: 0 });
      worksIn.set(id, null);
    }
  }
  shareOffices(pack, session, references, faults);
  return worksIn;
}

/** A row that only says more of a declared timeline. */
function continuityEntity(row: EntityRow, continuities: readonly Continuity[]): EntityId | undefined {
  if (row.kind !== 'continuity') return undefined;
  return continuities.find((node) => node.name === row.name || node.slug === (row.slug ?? slugOf(row.name)))?.entity;
}

function sayMore(id: EntityId, row: EntityRow, home: Continuity | null, session: WriteSession): void {
  if (row.about != null && row.about !== '') session.setAbout(id, row.about);
  if (home !== null) session.setHome(id, home.id);
}

function makeEntity(
  { value, place }: Placed<EntityRow>,
  home: Continuity | null,
  session: WriteSession,
  references: References,
  faults: PackFault[],
): EntityId | undefined {
  if (value.slug != null && references.isSlugTaken(value.slug)) {
    faults.push({ place, fault: { kind: 'two-of', what: 'slug', text: value.slug } });
    return undefined;
  }
  return session.addEntity({
    slug: value.slug ?? uniqueSlug(value.name, home?.slug ?? null, references.isSlugTaken),
    name: value.name,
    kind: value.kind === '' ? PLAIN_KIND : value.kind,
    continuity: home?.id ?? null,
    about: value.about ?? '',
    isShared: false,
  });
}

function linkCounterparts(
  made: readonly { readonly row: Placed<EntityRow>; readonly id: EntityId }[],
  session: WriteSession,
  references: References,
  faults: PackFault[],
): void {
  for (const { row, id } of made) {
    const text = row.value.counterpart;
    if (text == null || text === '') continue;
    const others = references.entities(text).filter((entity) => entity.id !== id);
    const [other] = others;
    if (other === undefined || others.length > 1) {
      faults.push({ place: row.place, fault: { kind: 'unknown', what: 'counterpart', text } });
      continue;
    }
    session.setCounterpart(id, other.id);
  }
}

function loadWorks(
  pack: Pack,
  session: WriteSession,
  timeline: (slug: string | null | undefined, place: Placed<unknown>['place']) => Continuity | null,
  references: References,
  faults: PackFault[],
): Map<EntityId, ContinuityId | null> {
  const worksIn = new Map<EntityId, ContinuityId | null>();
  for (const { value, place } of pack.works) {
    const filed = timeline(value.continuity, place)?.id ?? null;
    const same = references.entities(value.title, 'work').find((entity) => entity.name === value.title);
    const entity =
      same?.id ??
      session.addEntity({
        slug: uniqueSlug(value.title, null, references.isSlugTaken),
        name: value.title,
        kind: 'work',
        continuity: null,
        about: '',
        isShared: false,
      });
    const work = { form: value.kind ?? '', series: value.series ?? '', continuity: filed, tier: value.tier };
    if (worksIn.has(entity)) {
      faults.push({ place, fault: { kind: 'two-of', what: 'work', text: value.title } });
      continue;
    }
    session.addWork({ entity, ...work });
    worksIn.set(entity, filed);
  }
  return worksIn;
}

function shareOffices(pack: Pack, session: WriteSession, references: References, faults: PackFault[]): void {
  for (const text of pack.head.shared_offices) {
    const offices = references.entities(text);
    if (offices.length === 0) {
      const fault = { kind: 'unknown', what: 'shared office', text } as const;
      faults.push({ place: { file: 'pack.json', row: null }, fault });
    }
    for (const office of offices) session.setShared(office.id);
  }
}
