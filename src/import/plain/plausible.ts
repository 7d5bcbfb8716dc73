import type { Draft } from './draft.ts';
import type { NameSpan } from './name-span.ts';
import { isPerson } from './noun-phrases.ts';
import type { Scene } from './scene.ts';
import { TITLES } from './titles.ts';

/** Both sides are people. */
const BETWEEN_PEOPLE = new Set(['sibling', 'spouse', 'parent', 'mother', 'father', 'succeeded_by']);
/** What is led is no person. */
const OF_GROUPS = new Set(['led_by', 'commanded_by', 'ruled_by']);

/**
 * A draft as it may be told, or null where its names cannot mean it: nobody holds a person as a country, a person is no
 * part of a group but its member. What is not known of a name speaks neither for nor against it.
 */
export function plausible(draft: Draft, scene: Scene): Draft | null {
  const named = (cell: string): NameSpan | null => {
    const item = scene.items.find((one) => one.kind === 'name' && one.name.cell === cell);
    return item?.kind === 'name' ? item.name : null;
  };
  const [subject, value] = [named(draft.subject), named(draft.value)];
  const { predicate } = draft;
  if (BETWEEN_PEOPLE.has(predicate)) return isMaybePerson(subject) && isMaybePerson(value) ? draft : null;
  if (OF_GROUPS.has(predicate)) {
    if (isKnownPerson(subject) || isOfficeName(value)) return null;
    // Of "led" alone nobody can tell a person led away from a people led; of "ruled" one can.
    return predicate !== 'ruled_by' && subject !== null && isPerson(subject) && !scene.book.isPlace(subject.cell)
      ? null
      : draft;
  }
  if (predicate === 'controls') return value === null || isThing(value, scene) ? draft : null;
  if (predicate === 'conquered' || predicate === 'location') return isKnownPerson(value) ? null : draft;
  if (predicate === 'holds_position') return isMaybePerson(subject) ? draft : null;
  if (predicate === 'author') return subject?.entity?.kind === 'work' ? draft : null;
  if (predicate === 'part_of' && isKnownPerson(subject)) return { ...draft, predicate: 'member_of' };
  return draft;
}

/** A place, a vessel, something with "the" before it: what can be taken and held. */
export function isThing(name: NameSpan, scene: Scene): boolean {
  if (name.entity !== null) return name.entity.kind !== 'person';
  return name.title === null && (name.isDefinite || scene.book.isPlace(name.cell) || !isPerson(name));
}

/** "the Police Commissioner": whoever that is. */
function isOfficeName(name: NameSpan | null): boolean {
  return name !== null && name.entity === null && TITLES.has(name.cell.split(' ').at(-1)?.toLowerCase() ?? '');
}

function isKnownPerson(name: NameSpan | null): boolean {
  return name !== null && (name.entity?.kind === 'person' || (name.entity === null && name.title !== null));
}

function isMaybePerson(name: NameSpan | null): boolean {
  return name === null || isPerson(name);
}
