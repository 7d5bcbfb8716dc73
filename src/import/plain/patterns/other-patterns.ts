import { dateOf } from '../clause-date.ts';
import { type Draft, type Pattern, pairs } from '../draft.ts';
import { objectsAfter, subjectBefore } from '../noun-phrases.ts';
import { lowerAt, markAt, nameAt, type Scene } from '../scene.ts';
import { isAdverb } from '../words.ts';
import { dated } from './told.ts';

/** "continued to fight X", "went to war with X", "declared war on X". */
export const warPattern: Pattern = {
  id: 'war',
  find: (scene) => scene.items.flatMap((_, at) => sequences(scene, at)),
};

const SEQUENCES: readonly { readonly words: readonly string[]; readonly predicate: string }[] = [
  { words: ['continued', 'to', 'fight'], predicate: 'at_war_with' },
  { words: ['went', 'to', 'war', 'with'], predicate: 'at_war_with' },
  { words: ['went', 'to', 'war', 'against'], predicate: 'at_war_with' },
  { words: ['declared', 'war', 'on'], predicate: 'at_war_with' },
  { words: ['waged', 'war', 'on'], predicate: 'at_war_with' },
  { words: ['waged', 'war', 'against'], predicate: 'at_war_with' },
  { words: ['made', 'peace', 'with'], predicate: 'made_peace_with' },
  { words: ['signed', 'a', 'treaty', 'with'], predicate: 'signed_treaty_with' },
  { words: ['signed', 'an', 'armistice', 'with'], predicate: 'made_peace_with' },
  { words: ['allied', 'itself', 'with'], predicate: 'ally_of' },
  { words: ['took', 'control', 'of'], predicate: 'captured' },
];

function sequences(scene: Scene, at: number): readonly Draft[] {
  const found = SEQUENCES.find(({ words }) => words.every((word, step) => lowerAt(scene.items, at + step) === word));
  if (found === undefined) return [];
  const objects = objectsAfter(scene.items, at + found.words.length);
  const subject = objects === null ? null : subjectBefore(scene, at);
  if (objects === null || subject === null) return [];
  const date = dateOf(scene.items, subject.from, objects.to);
  return pairs(subject.names, objects.names, {
    predicate: found.predicate,
    date,
    from: subject.from,
    to: objects.to,
    ...(date?.isAsOf ? { isAsOf: true } : {}),
  });
}

/** "X condemned Y to slavery", "X sold Y into slavery". */
export const slaveryPattern: Pattern = {
  id: 'slavery',
  find: (scene) =>
    scene.items.flatMap((_, at): readonly Draft[] => {
      if (!/^(?:condemned|sold|forced|pressed|reduced)$/.test(lowerAt(scene.items, at))) return [];
      const objects = objectsAfter(scene.items, at + 1);
      if (objects === null || !/^(?:to|into)$/.test(lowerAt(scene.items, objects.to + 1))) return [];
      if (!/^(?:slavery|bondage|servitude)$/.test(lowerAt(scene.items, objects.to + 2))) return [];
      const subject = subjectBefore(scene, at);
      if (subject === null) return [];
      const date = dateOf(scene.items, subject.from, objects.to + 2);
      return pairs(subject.names, objects.names, {
        predicate: 'enslaved',
        date,
        from: subject.from,
        to: objects.to + 2,
      });
    }),
};

/** "The fate of X is unknown", "X never existed". */
export const silencePattern: Pattern = {
  id: 'silence',
  find: (scene) => [...fates(scene), ...existence(scene)],
};

function fates(scene: Scene): readonly Draft[] {
  const { items } = scene;
  return items.flatMap((_, at): readonly Draft[] => {
    if (lowerAt(items, at) !== 'fate' || lowerAt(items, at + 1) !== 'of') return [];
    const name = nameAt(items, at + 2) === null ? at + 3 : at + 2;
    const subject = nameAt(items, name);
    if (subject === null || subject.isPossessive) return [];
    const is = items.findIndex(
      (_, index) => index > name && /^(?:is|are|was|were|remains|remained)$/.test(lowerAt(items, index)),
    );
    if (is === -1 || is > name + 10 || !/^(?:unknown|unrecorded|uncertain)$/.test(lowerAt(items, is + 1))) return [];
    return [
      {
        subject: subject.cell,
        predicate: 'fate',
        value: 'unknown',
        valueKind: 'unknown',
        date: null,
        from: at,
        to: is + 1,
      },
    ];
  });
}

function existence(scene: Scene): readonly Draft[] {
  const { items } = scene;
  return items.flatMap((_, at): readonly Draft[] => {
    const isNever = lowerAt(items, at) === 'never' && lowerAt(items, at + 1) === 'existed';
    // "they never existed": who they are is somebody's guess.
    if (!isNever || nameAt(items, at - 1) === null) return [];
    const subject = subjectBefore(scene, at);
    return (subject?.names ?? []).map((name) => ({
      subject: name.cell,
      predicate: 'existed',
      value: 'no',
      date: null,
      from: at,
      to: at + 1,
    }));
  });
}

/** "The battle of X was fought at P in D", "X won the battle of Y", "X fought in the battle of Y". */
export const battlePattern: Pattern = {
  id: 'battle',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'name' || !isFight(item.name.cell, item.name.entity?.kind)) return [];
      return [...happened(scene, at), ...took(scene, at)];
    }),
};

function isFight(name: string, kind: string | undefined): boolean {
  return (
    kind === 'battle' ||
    kind === 'event' ||
    /^(?:the )?(?:Battle|Siege|Sack|Siege|Treaty|War|Fall|Council) of /i.test(name)
  );
}

function happened(scene: Scene, at: number): readonly Draft[] {
  const { items } = scene;
  const name = nameAt(items, at);
  const said = [1, 2].map((step) => lowerAt(items, at + step)).join(' ');
  const length = /^(?:took place|was fought|was held|was signed)$/.test(said)
    ? 2
    : /^(?:occurred|happened)\b/.test(said)
      ? 1
      : 0;
  if (name === null || length === 0) return [];
  const end = at + length;
  const date = dateOf(items, at, end);
  const isPlaced = /^(?:at|in|on|near)$/.test(lowerAt(items, end + 1));
  const [place] = isPlaced ? (objectsAfter(items, end + 2)?.names ?? []) : [];
  const rest = { date, from: at, to: end };
  return [
    ...dated(name, 'date', rest),
    ...(place === undefined ? [] : pairs([name], [place], { ...rest, predicate: 'location' })),
  ];
}

function took(scene: Scene, at: number): readonly Draft[] {
  const { items } = scene;
  const name = nameAt(items, at);
  let verb = at - 1;
  while (/^(?:the|at|in)$/.test(lowerAt(items, verb)) || isAdverb(lowerAt(items, verb))) verb -= 1;
  const lower = lowerAt(items, verb);
  const isPart = lower === 'part' && lowerAt(items, verb - 1) === 'took';
  const predicate = lower === 'won' ? 'victor' : lower === 'fought' || isPart ? 'participant' : null;
  const subject = predicate === null ? null : subjectBefore(scene, isPart ? verb - 1 : verb);
  if (name === null || predicate === null || subject === null) return [];
  const date = dateOf(items, subject.from, at);
  return pairs([name], subject.names, { predicate, date, from: subject.from, to: at });
}

/** "X (born 905, died 931)", "X (b. 905)". */
export const bracketPattern: Pattern = {
  id: 'bracket',
  find: (scene) =>
    scene.items.flatMap((item, at): readonly Draft[] => {
      if (item.kind !== 'name' || markAt(scene.items, at + 1) !== '(') return [];
      const drafts: Draft[] = [];
      for (let next = at + 2; next < at + 10 && markAt(scene.items, next) !== ')'; next += 1) {
        const predicate = /^(?:born|b)$/.test(lowerAt(scene.items, next))
          ? 'born'
          : /^(?:died|d)$/.test(lowerAt(scene.items, next))
            ? 'died'
            : null;
        const date = scene.items[next + (markAt(scene.items, next + 1) === '.' ? 2 : 1)];
        if (predicate === null || date?.kind !== 'date') continue;
        drafts.push(...dated(item.name, predicate, { date: date.date, from: at, to: next }));
      }
      return drafts;
    }),
};
