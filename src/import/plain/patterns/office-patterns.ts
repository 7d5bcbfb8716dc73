import { dateOf } from '../clause-date.ts';
import type { Draft, Pattern } from '../draft.ts';
import type { NameSpan } from '../name-span.ts';
import { isPerson, objectsAfter, personBefore, subjectBefore } from '../noun-phrases.ts';
import { type Role, roleAt } from '../role.ts';
import { lowerAt, markAt, nameAt, type Scene } from '../scene.ts';
import { isAdverb, UNREAL } from '../words.ts';

const MADE = /^(?:crowned|elected|appointed|named|made|proclaimed|declared|acclaimed|installed|chosen)$/;

/** "X was king of Y until D", "X became O in D", "X was crowned O in D". */
export const officePattern: Pattern = {
  id: 'office',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'word') return [];
      const { lower } = item.word;
      if (/^(?:is|was)$/.test(lower)) return held(scene, at, at + 1, false);
      if (lower === 'became') return held(scene, at, at + 1, true);
      if (/^(?:served|reigned|ruled|acted)$/.test(lower) && lowerAt(scene.items, at + 1) === 'as')
        return held(scene, at, at + 2, false);
      if (MADE.test(lower) && /^(?:was|were|is)$/.test(lowerAt(scene.items, beforeAdverbs(scene, at - 1)))) {
        return held(scene, beforeAdverbs(scene, at - 1), at + 1, true);
      }
      return [];
    }),
};

function beforeAdverbs(scene: Scene, at: number): number {
  let index = at;
  while (isAdverb(lowerAt(scene.items, index))) index -= 1;
  return index;
}

function held(scene: Scene, verb: number, roleFrom: number, isFrom: boolean): readonly Draft[] {
  const from = lowerAt(scene.items, roleFrom) === 'as' ? roleFrom + 1 : roleFrom;
  const role = roleAt(scene, from);
  const subject = role === null ? null : subjectBefore(scene, verb);
  // "It was the queen who": what comes before is not what is told of.
  if (/^(?:it|they|there)$/.test(lowerAt(scene.items, verb - 1))) return [];
  if (role === null || subject === null || UNREAL.has(lowerAt(scene.items, verb - 1))) return [];
  return subject.names
    .filter((name) => name.entity?.kind !== 'office')
    .map((name) => holds(name, role, scene, subject.from, isFrom));
}

function holds(name: NameSpan, role: Role, scene: Scene, from: number, isFrom: boolean): Draft {
  const date = dateOf(scene.items, from, role.to);
  return {
    subject: name.cell,
    predicate: 'holds_position',
    value: role.cell,
    date,
    from,
    to: role.to,
    ...(isFrom && date !== null && !date.isEnd && !date.isAsOf ? { isFrom: true } : {}),
    ...(date?.isAsOf === true ? { isAsOf: true } : {}),
    ...(role.qualifiers === '' ? {} : { qualifiers: role.qualifiers }),
  };
}

/** "Osric, the king of the Vale,": an office behind a name, between commas or brackets. */
export const appositionPattern: Pattern = {
  id: 'apposition',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'name' || item.name.isPossessive || !isPerson(item.name)) return [];
      const mark = markAt(scene.items, at + 1);
      if (mark !== ',' && mark !== '(') return [];
      const role = roleAt(scene, at + 2);
      if (role === null) return [];
      const closing = markAt(scene.items, role.to + 1);
      const isClosed =
        mark === '('
          ? closing === ')' || lowerAt(scene.items, role.to + 1) === 'and'
          : closing === ',' || closing === '.' || closing === ';';
      if (!isClosed) return [];
      return [{ ...holds(item.name, role, scene, at, false), date: null }];
    }),
};

/** "X succeeded Y as O in D", "X was succeeded by Y". */
export const successionPattern: Pattern = {
  id: 'succession',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'word' || !/^(?:succeeded|replaced)$/.test(item.word.lower)) return [];
      const { items } = scene;
      const isPassive = /^(?:was|were)$/.test(lowerAt(items, beforeAdverbs(scene, at - 1)));
      const subject = subjectBefore(scene, isPassive ? beforeAdverbs(scene, at - 1) : at);
      const other = isPassive
        ? lowerAt(items, at + 1) === 'by'
          ? objectNames(scene, at + 2)
          : null
        : objectNames(scene, at + 1);
      const [a] = subject?.names ?? [];
      if (subject === null || a === undefined || other === null || subject.names.length > 1) return [];
      const [older, newer] = isPassive ? [a, other.name] : [other.name, a];
      return succession(scene, older, newer, subject.from, other.to);
    }),
};

function succession(scene: Scene, older: NameSpan, newer: NameSpan, from: number, to: number): readonly Draft[] {
  const role = lowerAt(scene.items, to + 1) === 'as' ? roleAt(scene, to + 2) : null;
  const last = role?.to ?? to;
  const date = dateOf(scene.items, from, last);
  const rest = { date, from, to: last };
  if (!isPerson(older) || !isPerson(newer)) {
    if (isPerson(older) || isPerson(newer) || role !== null) return [];
    return [{ ...rest, subject: newer.cell, predicate: 'successor_state_of', value: older.cell }];
  }
  const office = role === null ? {} : { qualifiers: `office=${role.cell}` };
  return [
    { ...rest, subject: older.cell, predicate: 'succeeded_by', value: newer.cell, ...office },
    ...(role === null ? [] : [holds(newer, role, scene, from, true)]),
  ];
}

/** The object of a succession: a name, or "him" for the one person named before. */
function objectNames(scene: Scene, at: number): { readonly name: NameSpan; readonly to: number } | null {
  const { items } = scene;
  if (/^(?:him|her)$/.test(lowerAt(items, at))) {
    const subject = nameAt(items, at - 2);
    const person = personBefore(scene, at - 1, subject?.cell ?? null);
    return person === null ? null : { name: person, to: at };
  }
  const names = objectsAfter(items, at);
  const [name] = names?.names ?? [];
  return names === null || name === undefined || names.names.length > 1 ? null : { name, to: names.to };
}

/** "In 940, King Osric …": a person with the title of an office at a date. */
export const titlePattern: Pattern = {
  id: 'title',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      const title = item.kind === 'name' ? item.name.title : null;
      if (item.kind !== 'name' || title === null || item.name.isPossessive) return [];
      const office = scene.book.office(title, scene.timeline);
      const date = office === undefined ? null : titleDate(scene, at);
      if (office === undefined || date === null || date.isEnd || date.isStart) return [];
      return [
        {
          subject: item.name.cell,
          predicate: 'holds_position',
          value: scene.book.cellOf(office),
          date,
          isAsOf: true,
          from: at,
          to: at,
        },
      ];
    }),
};

/** The date right before it, or between a passive and its doer: what binds the person to that time. */
function titleDate(scene: Scene, at: number) {
  const { items } = scene;
  const before = markAt(items, at - 1) === ',' ? at - 2 : at - 1;
  const front = items[before];
  if (before === 0 && front?.kind === 'date' && !front.date.isAsOf) return front.date;
  let by = at - 1;
  while (by > 0 && (lowerAt(items, by) === 'and' || items[by]?.kind === 'name')) by -= 1;
  const date = items[by - 1];
  return lowerAt(items, by) === 'by' && date?.kind === 'date' ? date.date : null;
}
