import type { Continuity } from '../../lore/continuity.ts';
import { slugOf } from '../../lore/fold.ts';
import type { ContinuityId } from '../../lore/ids.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { WriteSession } from '../../lore/writer.ts';
import type { Pack, PackFault } from '../../pack/pack.ts';

type Row = Pack['head']['continuities'][number];

/** Makes the tree of timelines, parents first, each with its entity of kind `continuity`. */
export function loadContinuities(
  pack: Pack,
  session: WriteSession,
  calendar: Calendar,
  faults: PackFault[],
): readonly Continuity[] {
  const place = { file: 'pack.json', row: null };
  const rows = new Map<string, Row>();
  for (const row of pack.head.continuities) {
    if (rows.has(row.slug)) faults.push({ place, fault: { kind: 'two-of', what: 'continuity', text: row.slug } });
    rows.set(row.slug, row);
  }
  // Plain names go to the things of the world; a timeline of the same name takes what is left.
  const reserved = new Set([
    ...pack.entities.map(({ value }) => value.slug ?? slugOf(value.name)),
    ...pack.works.map(({ value }) => slugOf(value.title)),
  ]);
  const made = new Map<string, Continuity>();
  const make = (row: Row, path: readonly string[]): Continuity | undefined => {
    const known = made.get(row.slug);
    if (known !== undefined) return known;
    if (path.includes(row.slug)) {
      faults.push({ place, fault: { kind: 'continuity-loop', slugs: [...path, row.slug] } });
      return undefined;
    }
    const parentRow = row.parent == null ? undefined : rows.get(row.parent);
    if (row.parent != null && parentRow === undefined) {
      faults.push({ place, fault: { kind: 'unknown', what: 'continuity', text: row.parent } });
    }
    const parent = parentRow === undefined ? undefined : make(parentRow, [...path, row.slug]);
    const slug = uniqueSlug(row.name, null, (text) => reserved.has(text));
    reserved.add(slug);
    const entity = session.addEntity({
      slug,
      name: row.name,
      kind: 'continuity',
      continuity: null,
      about: '',
      isShared: false,
    });
    const continuity = {
      slug: row.slug,
      name: row.name,
      parent: parent?.id ?? null,
      branch: row.branch ?? null,
      branchDay: branchDay(row, calendar, faults),
      tier: row.tier,
      entity,
    };
    const node: Continuity = { id: session.addContinuity(continuity) as ContinuityId, ...continuity };
    made.set(row.slug, node);
    return node;
  };
  return [...rows.values()].flatMap((row) => make(row, []) ?? []);
}

function branchDay(row: Row, calendar: Calendar, faults: PackFault[]): number | null {
  if (row.branch == null) return null;
  const date = parseDate(row.branch, calendar);
  const day = date.ok ? (date.value.start?.min ?? null) : null;
  if (day !== null) return day;
  const fault = { kind: 'date', column: 'branch', text: row.branch } as const;
  faults.push({ place: { file: 'pack.json', row: null }, fault });
  return null;
}
