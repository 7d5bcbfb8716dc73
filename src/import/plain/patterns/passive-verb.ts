import { dateOf } from '../clause-date.ts';
import { type Draft, pairs } from '../draft.ts';
import type { NameSpan } from '../name-span.ts';
import { objectsAfter, type Phrase, subjectBefore } from '../noun-phrases.ts';
import { lowerAt, nameAt, type Scene } from '../scene.ts';
import type { Sense } from '../verbs.ts';
import { AUXILIARIES, UNREAL } from '../words.ts';
import { dated, founded, killed, turnedDrafts } from './told.ts';
import { hasUnreal, skipAdverbs } from './verb-words.ts';

/** "Y was captured in D by X"; `being` is where its "was" stands. */
export function passive(scene: Scene, at: number, sense: Sense, being: number): readonly Draft[] {
  const { items } = scene;
  let aux = being;
  if (lowerAt(items, aux) === 'and') aux = skipAdverbs(scene, aux - 2);
  while (AUXILIARIES.has(lowerAt(items, aux - 1)) && !UNREAL.has(lowerAt(items, aux - 1))) aux -= 1;
  const subject = subjectBefore(scene, aux);
  if (subject === null || hasUnreal(scene, aux - 1, at)) return [];
  const agents = agentsAfter(scene, at);
  const last = agents?.to ?? at;
  const rest = { date: dateOf(items, subject.from, last), from: subject.from, to: last };
  const victims = [...subject.names, ...alongWith(scene, at)];
  if (agents === null) return withoutAgent(sense, subject.names, rest);
  switch (sense.kind) {
    case 'deed':
      return pairs(agents.names, victims, { ...rest, predicate: sense.predicate });
    case 'turned':
      // "is led by Hild to the ford": on the way there, and no further.
      if (lowerAt(items, agents.to + 1) === 'to') return [];
      return ledBy(scene, subject.names, agents.names, { ...rest, predicate: sense.predicate });
    case 'founded':
      return founded(subject.names, agents.names, rest);
    case 'killed':
      return killed(victims, agents.names, rest);
    default:
      return withoutAgent(sense, subject.names, rest);
  }
}

/** "is ruled by King Osric" tells of an office where the title is one; the office pattern says so. */
function ledBy(
  scene: Scene,
  subjects: readonly NameSpan[],
  agents: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value'>,
): readonly Draft[] {
  const plain = agents.filter(
    (agent) => agent.title === null || scene.book.office(agent.title, scene.timeline) === undefined,
  );
  const held = agents.flatMap((agent): Draft[] => {
    const office = agent.title === null ? undefined : scene.book.office(agent.title, scene.timeline);
    if (office === undefined) return [];
    return [
      {
        ...rest,
        subject: agent.cell,
        predicate: 'holds_position',
        value: scene.book.cellOf(office),
        ...(rest.date?.isAsOf ? { isAsOf: true } : {}),
      },
    ];
  });
  const offices = plain.filter((agent) => agent.entity?.kind !== 'office' || rest.predicate === 'ruled_by');
  return [...held, ...turnedDrafts(subjects, offices, rest)];
}

function withoutAgent(
  sense: Sense,
  subjects: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value' | 'predicate'>,
): readonly Draft[] {
  const predicate = { founded: 'formed', killed: 'died', built: 'built', ended: 'dissolved' }[sense.kind as string];
  const one = predicate ?? (sense.kind === 'deed' && sense.predicate === 'destroyed_target' ? 'destroyed' : undefined);
  return one === undefined ? [] : subjects.flatMap((subject) => dated(subject, one, rest));
}

/** "… in 940 by A and B", "… along with the fleet by A": the doer may stand a few words on, never in another clause. */
function agentsAfter(scene: Scene, at: number): Phrase | null {
  const { items } = scene;
  for (let next = at + 1; next <= at + 8; next += 1) {
    // "by a regent" names an office at most, and nobody.
    if (lowerAt(items, next) === 'by')
      return /^an?$/.test(lowerAt(items, next + 1)) ? null : objectsAfter(items, next + 1);
    const item = items[next];
    if (item === undefined || item.kind === 'mark') return null;
    if (/^(?:and|but|when|while|who|which|that|because|as|after|before)$/.test(lowerAt(items, next))) return null;
  }
  return null;
}

/** "captured along with the flagship". */
function alongWith(scene: Scene, at: number): readonly NameSpan[] {
  const { items } = scene;
  const isAlong = lowerAt(items, at + 1) === 'along' && lowerAt(items, at + 2) === 'with';
  if (!isAlong && !(lowerAt(items, at + 1) === 'together' && lowerAt(items, at + 2) === 'with')) return [];
  for (let next = at + 3; next <= at + 6; next += 1) {
    const name = nameAt(items, next);
    if (name !== null && !name.isPossessive) return [name];
  }
  return [];
}
