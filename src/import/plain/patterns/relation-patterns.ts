import { dateOf } from '../clause-date.ts';
import { type Draft, type Pattern, pairs } from '../draft.ts';
import { isPerson, objectsAfter, type Phrase, subjectBefore } from '../noun-phrases.ts';
import { roleAt } from '../role.ts';
import { lowerAt, markAt, nameAt, type Scene } from '../scene.ts';
import { DEED_NOUNS } from '../verbs.ts';
import { isAdverb, UNREAL } from '../words.ts';
import { dated } from './told.ts';

const BE = /^(?:is|are|was|were|been|remained|remains)$/;

/** Relations put with "is": the words behind it, the predicate, which way round. */
const RELATIONS: readonly { readonly words: RegExp; readonly predicate: string; readonly isTurned?: true }[] = [
  { words: /^at war with$/, predicate: 'at_war_with' },
  { words: /^allied (?:with|to)$/, predicate: 'ally_of' },
  { words: /^(?:an ally|allies|the ally) of$/, predicate: 'ally_of' },
  { words: /^(?:an enemy|enemies|the enemy) of$/, predicate: 'enemy_of' },
  { words: /^(?:an? |the )?(?:[a-z-]+ ){0,2}(?:members?|partners?) (?:of|in)$/, predicate: 'member_of' },
  { words: /^(?:a )?part of$/, predicate: 'part_of' },
  { words: /^(?:located|situated) (?:in|on|within)$/, predicate: 'located_in' },
  {
    words:
      /^(?:an? |the )?(?:capital|chief )?(?:town|city|village|fortress|castle|planet|province|region|station|island|river|mountain) (?:in|of|on)$/,
    predicate: 'located_in',
  },
  { words: /^(?:based|headquartered|stationed) (?:in|at|on)$/, predicate: 'based_at' },
  { words: /^married to$/, predicate: 'spouse' },
  { words: /^(?:the |an? )?(?:[a-z-]+ )?(?:wife|husband|consort|spouse) of$/, predicate: 'spouse' },
  { words: /^(?:the |an? )?(?:[a-z-]+ )?(?:son|daughter|child) of$/, predicate: 'parent' },
  { words: /^(?:the )?father of$/, predicate: 'father', isTurned: true },
  { words: /^(?:the )?mother of$/, predicate: 'mother', isTurned: true },
  { words: /^(?:the |an? )?(?:[a-z-]+ )?(?:brother|sister|sibling|twin) of$/, predicate: 'sibling' },
  { words: /^(?:the |an? )?(?:[a-z-]+ ){0,2}successor state (?:of|to)$/, predicate: 'successor_state_of' },
  { words: /^(?:the )?(?:leader|head) of$/, predicate: 'led_by', isTurned: true },
];
const LONGEST_RELATION = 7;

/** "X is at war with Y", "X was the son of Y", and the same behind a comma: "X, son of Y,". */
export const relationPattern: Pattern = {
  id: 'relation',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind === 'word' && BE.test(item.word.lower)) return copula(scene, at);
      if (item.kind === 'word' && /^became$/.test(item.word.lower)) return copula(scene, at, true);
      if (item.kind === 'word' && item.word.lower === 'which' && BE.test(lowerAt(scene.items, at + 1)))
        return copula(scene, at + 1);
      if (item.kind === 'name' && !item.name.isPossessive && /^[,(]$/.test(markAt(scene.items, at + 1)))
        return behindComma(scene, at);
      return [];
    }),
};

function copula(scene: Scene, at: number, isFrom = false): readonly Draft[] {
  let start = at;
  while (/^(?:have|has|had|been)$/.test(lowerAt(scene.items, start - 1))) start -= 1;
  let after = at + 1;
  while (isAdverb(lowerAt(scene.items, after))) after += 1;
  if (UNREAL.has(lowerAt(scene.items, after))) return [];
  const found = relationAt(scene, after);
  const subject = found === null ? null : (subjectBefore(scene, start) ?? ofTimeline(scene, start));
  return found === null || subject === null ? [] : related(scene, subject, found, isFrom);
}

/** "The Vale of the old histories has been …": a name with nothing but its timeline behind it. */
function ofTimeline(scene: Scene, at: number): Phrase | null {
  const { items } = scene;
  const last = nameAt(items, at - 1);
  if (last?.entity?.kind !== 'continuity') return null;
  const of = /^(?:of|in)$/.test(lowerAt(items, at - 2)) ? at - 2 : lowerAt(items, at - 2) === 'the' ? at - 3 : -1;
  return of > 0 && /^(?:of|in)$/.test(lowerAt(items, of)) ? subjectBefore(scene, of) : null;
}

function behindComma(scene: Scene, at: number): readonly Draft[] {
  const name = nameAt(scene.items, at);
  const found = relationAt(scene, at + 2);
  if (name === null || found === null) return [];
  const closing = scene.items[found.objects.to + 1];
  if (closing !== undefined && closing.kind !== 'mark' && lowerAt(scene.items, found.objects.to + 1) !== 'and')
    return [];
  return related(scene, { names: [name], from: at, to: at }, found, false).map((draft) => ({ ...draft, date: null }));
}

interface Relation {
  readonly predicate: string;
  readonly isTurned: boolean;
  readonly objects: Phrase;
}

function relationAt(scene: Scene, at: number): Relation | null {
  const words: string[] = [];
  for (let to = at; to < at + LONGEST_RELATION; to += 1) {
    const lower = lowerAt(scene.items, to);
    if (lower === '') return null;
    words.push(lower);
    const said = words.join(' ');
    const relation = RELATIONS.find((one) => one.words.test(said));
    const objects = relation === undefined ? null : objectsAfter(scene.items, to + 1);
    // An office that the lorebook has is told as an office.
    if (relation?.predicate === 'led_by' && roleAt(scene, at) !== null) return null;
    if (relation !== undefined && objects !== null)
      return { predicate: relation.predicate, isTurned: relation.isTurned === true, objects };
  }
  return null;
}

function related(
  scene: Scene,
  subject: Phrase,
  { predicate, isTurned, objects }: Relation,
  isFrom: boolean,
): readonly Draft[] {
  const date = dateOf(scene.items, subject.from, objects.to);
  const rest = {
    predicate,
    date,
    from: subject.from,
    to: objects.to,
    ...(isFrom && date !== null ? { isFrom: true } : {}),
    ...(date?.isAsOf ? { isAsOf: true } : {}),
  };
  return isTurned ? pairs(objects.names, subject.names, rest) : pairs(subject.names, objects.names, rest);
}

/** "the capture of X by Y in D". */
export const deedNounPattern: Pattern = {
  id: 'deed-noun',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      const predicate = item.kind === 'word' ? DEED_NOUNS[item.word.lower] : undefined;
      if (predicate === undefined || lowerAt(scene.items, at + 1) !== 'of') return [];
      const objects = objectsAfter(scene.items, at + 2);
      if (objects === null || lowerAt(scene.items, objects.to + 1) !== 'by') return [];
      const doers = objectsAfter(scene.items, objects.to + 2);
      if (doers === null) return [];
      const date = scene.items[doers.to + 1];
      return pairs(doers.names, objects.names, {
        predicate,
        date: date?.kind === 'date' ? date.date : null,
        from: at,
        to: doers.to,
      });
    }),
};

const UNION =
  /^(?:union|alliance|merger|coalition|federation|confederation|confederacy|league|pact|fusion|amalgamation|partnership)$/;

/** "X was the union of A and B", "formed as an alliance between A and B". */
export const unionPattern: Pattern = {
  id: 'union',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'word' || !UNION.test(item.word.lower)) return [];
      if (!/^(?:of|between|among)$/.test(lowerAt(scene.items, at + 1))) return [];
      const parts = partsAfter(scene, at + 2);
      const verb = verbBefore(scene, at);
      const subject = verb === null ? null : subjectBefore(scene, verb);
      if (parts === null || parts.names.length < 2 || subject === null) return [];
      const date = dateOf(scene.items, subject.from, parts.to);
      return pairs(subject.names, parts.names, { predicate: 'formed_from', date, from: subject.from, to: parts.to });
    }),
};

/** The parts, also behind a count of them: "of two former foes, A and B". */
function partsAfter(scene: Scene, at: number): Phrase | null {
  const direct = objectsAfter(scene.items, at);
  if (direct !== null) return direct;
  for (let next = at; next < at + 5; next += 1) {
    if (markAt(scene.items, next) === ',') return objectsAfter(scene.items, next + 1);
    if (lowerAt(scene.items, next) === '') return null;
  }
  return null;
}

/** "was", "was formed as" before "the historic union". */
function verbBefore(scene: Scene, at: number): number | null {
  for (let index = at - 1; index >= Math.max(0, at - 6); index -= 1) {
    const lower = lowerAt(scene.items, index);
    if (lower === '') return null;
    if (/^(?:is|was|were|are)$/.test(lower)) return index;
  }
  return null;
}

/** "X was born in D", "X died in D at P". */
export const lifePattern: Pattern = {
  id: 'life',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      const lower = item.kind === 'word' ? item.word.lower : '';
      const isBorn = lower === 'born' && /^(?:was|were)$/.test(lowerAt(scene.items, at - 1));
      if (!isBorn && lower !== 'died') return [];
      const subject = subjectBefore(scene, isBorn ? at - 1 : at);
      if (subject === null) return [];
      const date = dateOf(scene.items, subject.from, at);
      const rest = { date, from: subject.from, to: at };
      const people = subject.names.filter((name) => isPerson(name));
      return [
        ...people.flatMap((name) => dated(name, isBorn ? 'born' : 'died', rest)),
        ...placeOf(scene, at).flatMap((place) =>
          pairs(people, [place], { ...rest, date: null, predicate: isBorn ? 'birth_place' : 'death_place' }),
        ),
      ];
    }),
};

/** "in Harrowford" behind "born" or "died", before or behind the date. */
function placeOf(scene: Scene, at: number) {
  for (const start of [at + 1, at + 2]) {
    const lower = lowerAt(scene.items, start);
    if (!/^(?:in|at|on|near)$/.test(lower) || lower === 'near') continue;
    if (start === at + 2 && scene.items[at + 1]?.kind !== 'date') continue;
    const [name] = objectsAfter(scene.items, start + 1)?.names ?? [];
    if (name !== undefined && !/\b(?:Battle|War|Siege)\b/.test(name.cell)) return [name];
  }
  return [];
}
