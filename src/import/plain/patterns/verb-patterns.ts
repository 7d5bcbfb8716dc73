import { dateOf } from '../clause-date.ts';
import { type Draft, type Pattern, pairs } from '../draft.ts';
import type { NameSpan } from '../name-span.ts';
import { clauseSubject, objectsAfter, type Phrase, subjectBefore } from '../noun-phrases.ts';
import { isThing } from '../plausible.ts';
import { lowerAt, markAt, type Scene } from '../scene.ts';
import { type Sense, type VerbForm, verbForm } from '../verbs.ts';
import { AUXILIARIES, isAdverb, PREPOSITIONS, UNREAL } from '../words.ts';
import { passive } from './passive-verb.ts';
import { asOfState, dated, founded, killed, turnedDrafts } from './told.ts';
import { hasUnreal, skipAdverbs } from './verb-words.ts';

const BE = /^(?:is|are|was|were|be|been)$/;
/** "managed to capture" was done; "attempted to capture" was not. */
const DONE = /^(?:managed|able|succeeded|helped|proceeded|continued|began|came|went|returned)$/;

/** "X captured Y in D", "X was founded by Y", "having …", "capturing Y in D". */
export const verbPattern: Pattern = {
  id: 'verb',
  find: (scene) =>
    scene.items.flatMap((item, at) => {
      const form = item.kind === 'word' ? verbForm(item.word.lower) : undefined;
      if (form === undefined) return [];
      if (isPassive(scene, at, form))
        return isLeading(scene, at, form) ? [] : passive(scene, at, form.sense, skipAdverbs(scene, at - 1));
      const being = form.isParticiple ? reducedRelative(scene, at) : null;
      return being === null ? active(scene, at, form) : passive(scene, at, form.sense, being);
    }),
};

/** "taken off the case by", "led to the ford by". */
function isLeading(scene: Scene, at: number, { base }: VerbForm): boolean {
  const next = lowerAt(scene.items, at + 1);
  return (
    (base === 'take' || base === 'lead') && next !== 'by' && next !== 'prisoner' && scene.items[at + 1]?.kind !== 'date'
  );
}

function isPassive(scene: Scene, at: number, form: VerbForm): boolean {
  if (!form.isParticiple) return false;
  const aux = skipAdverbs(scene, at - 1);
  return BE.test(lowerAt(scene.items, aux)) || (lowerAt(scene.items, aux) === 'and' && isPassiveAnd(scene, aux));
}

/** "X was a league formed by Y": where the "was" stands; null where it is no such sentence. */
function reducedRelative(scene: Scene, at: number): number | null {
  const { items } = scene;
  if (!/^(?:by|in)$/.test(lowerAt(items, at + 1)) && items[at + 1]?.kind !== 'date') return null;
  for (let index = at - 1; index >= at - 6; index -= 1) {
    const lower = lowerAt(items, index);
    if (lower === '' || PREPOSITIONS.has(lower)) return null;
    if (BE.test(lower)) return /^an?$/.test(lowerAt(items, index + 1)) ? index : null;
  }
  return null;
}

/** "was captured … and taken": one "was" for both. */
function isPassiveAnd(scene: Scene, and: number): boolean {
  const before = lowerAt(scene.items, and - 1);
  return verbForm(before)?.isParticiple === true && BE.test(lowerAt(scene.items, skipAdverbs(scene, and - 2)));
}

/** Where the words of the verb begin ("had", "has finally", "managed to"); null where it was not done. */
function verbStart(scene: Scene, at: number, form: VerbForm): number | null {
  const { items } = scene;
  let start = skipAdverbs(scene, at - 1);
  if (form.form === 'base') {
    if (lowerAt(items, start) === 'did') return start;
    if (lowerAt(items, start) !== 'to') return null;
    const done = skipAdverbs(scene, start - 1);
    if (!DONE.test(lowerAt(items, done))) return null;
    start = skipAdverbs(scene, done - 1);
    return AUXILIARIES.has(lowerAt(items, start)) ? start : start + 1;
  }
  // "defeated and conquered": the subject stands before the first of them.
  while (lowerAt(items, start) === 'and' && /(?:ed|ught|ing)$/.test(lowerAt(items, start - 1))) start -= 2;
  if (UNREAL.has(lowerAt(items, start))) return null;
  while (/^(?:had|has|have|been)$/.test(lowerAt(items, start))) start = skipAdverbs(scene, start - 1);
  return UNREAL.has(lowerAt(items, start)) ? null : start + 1;
}

function active(scene: Scene, at: number, form: VerbForm): readonly Draft[] {
  const start = verbStart(scene, at, form);
  if (start === null) return [];
  const objects = objectsOf(scene, at);
  if (objects === null || !fits(scene, form, objects)) return [];
  const subject = form.form === 'gerund' ? participleSubject(scene, start) : subjectBefore(scene, start);
  if (subject === null || hasUnreal(scene, subject.from, at)) return [];
  if (form.form === 'past' && form.isParticiple && isOwnedBy(scene, at)) return [];
  return drafts(scene, form.sense, subject.names, objects, form.form === 'gerund' ? at : subject.from);
}

/** "took Michael to the ford" and "led them away" say neither that he was captured nor that they had a leader. */
function fits(scene: Scene, { base }: VerbForm, objects: Phrase): boolean {
  const after = scene.items[objects.to + 1];
  if (base === 'lead' || base === 'head' || base === 'command') return !AWAY.test(lowerAt(scene.items, objects.to + 1));
  if (base !== 'take' && base !== 'gain') return true;
  return after?.kind === 'date' || objects.names.every((name) => isThing(name, scene));
}
const AWAY = /^(?:to|away|back|out|down|up|through|from|off|inside|on|astray)$/;

/** "gaining and holding X": both verbs have the one object. */
function objectsOf(scene: Scene, at: number): Phrase | null {
  const { items } = scene;
  const direct = objectsAfter(items, at + 1);
  if (direct !== null) return direct;
  const other = verbForm(lowerAt(items, at + 2));
  return lowerAt(items, at + 1) === 'and' && other !== undefined ? objectsAfter(items, at + 3) : null;
}

/** "the city founded by": not a verb of the sentence. */
function isOwnedBy(scene: Scene, at: number): boolean {
  return lowerAt(scene.items, at + 1) === 'by';
}

/** ", capturing Y": whoever the clause before is about. */
function participleSubject(scene: Scene, start: number): Phrase | null {
  const { items } = scene;
  const before = lowerAt(items, start - 1);
  if (markAt(items, start - 1) !== ',' && before !== 'and' && !isAdverb(before)) return null;
  return clauseSubject(scene, start);
}

function drafts(
  scene: Scene,
  sense: Sense,
  subjects: readonly NameSpan[],
  objects: Phrase,
  from: number,
): readonly Draft[] {
  const date = dateOf(scene.items, from, objects.to);
  const rest = { date, from, to: objects.to };
  switch (sense.kind) {
    case 'deed':
      if (sense.predicate === 'controls')
        return pairs(subjects, objects.names, { ...rest, predicate: 'controls', isAsOf: true });
      return pairs(subjects, objects.names, {
        ...rest,
        predicate: sense.predicate,
        ...asOfState(sense.predicate, date),
      });
    case 'turned':
      return turnedDrafts(objects.names, subjects, { ...rest, predicate: sense.predicate });
    case 'founded':
      return founded(objects.names, subjects, rest);
    case 'killed':
      return killed(objects.names, subjects, rest);
    case 'built':
      return objects.names.flatMap((one) => dated(one, 'built', rest));
    case 'ended':
      return objects.names.flatMap((one) => dated(one, 'dissolved', rest));
  }
}
