import { fold } from '../../lore/fold.ts';
import type { Predicate } from '../../lore/predicate.ts';
import type { Draft } from './draft.ts';
import type { KnownLore } from './known-lore.ts';
import { objectsAfter } from './noun-phrases.ts';
import type { Scene } from './scene.ts';

const MEMBERS = /\b(?:members|membership|citizens|followers|ranks|roster|crew|personnel)\b/i;

/** Whether a list under this title names the members of what the page is about. */
export function isMembersTitle(title: string): boolean {
  return MEMBERS.test(title) && !/\b(?:former|expelled|non-|not)\b/i.test(title);
}

/** A line of a list of members: the name it begins with. */
export function memberOfItem(scene: Scene): readonly Draft[] {
  const first = scene.items[0];
  if (first?.kind !== 'name' || scene.topic === null || first.name.cell === scene.topic.cell) return [];
  const rest = { predicate: 'member_of', date: null, from: 0, to: 0 };
  return [{ ...rest, subject: first.name.cell, value: scene.topic.cell }];
}

/** A row of a fact box about the page's topic: its key must be, whole, a phrase of a predicate. */
export function fieldDrafts(key: string, scene: Scene, known: KnownLore): readonly Draft[] | null {
  const { topic } = scene;
  const date = scene.items.find((item) => item.kind === 'date')?.date ?? null;
  const names = objectsAfter(scene.items, 0)?.names ?? [];
  const fit = { hasDate: date !== null && scene.items.length === 1, hasNames: names.length > 0 };
  const chosen = topic === null ? null : predicateOf(key, topic.entity?.kind ?? '', fit, known);
  if (topic === null || chosen === null) return null;
  const rest = { predicate: chosen.predicate.id, date: null, from: 0, to: Math.max(0, scene.items.length - 1) };
  if (chosen.predicate.valueKind === 'text') return [{ ...rest, subject: topic.cell, value: scene.text }];
  if (chosen.predicate.valueKind === 'date') return [{ ...rest, subject: topic.cell, value: date?.date ?? '', date }];
  return names.map((name) =>
    chosen.isTurned
      ? { ...rest, subject: name.cell, value: topic.cell }
      : { ...rest, subject: topic.cell, value: name.cell },
  );
}

/** The predicate whose name or phrase the key is and which its value fits; one for events of an event only. */
function predicateOf(
  key: string,
  kind: string,
  fit: { readonly hasDate: boolean; readonly hasNames: boolean },
  known: KnownLore,
): { readonly predicate: Predicate; readonly isTurned: boolean } | null {
  const wanted = fold(key);
  const isEvent = kind === 'event' || kind === 'battle';
  const fitting = known.predicates.all.flatMap((predicate) => {
    const phrases = [predicate.id.replaceAll('_', ' '), ...predicate.phrases].map((phrase) => phrase.split(/\s*->\s*/));
    const phrase = phrases.find(([said = '']) => fold(said) === wanted || `${fold(said)}s` === wanted);
    const { valueKind } = predicate;
    const fits = valueKind === 'date' ? fit.hasDate : valueKind === 'entity' ? fit.hasNames : valueKind === 'text';
    const isOfEvents = EVENT_ONLY.has(predicate.id);
    return phrase !== undefined && fits && isOfEvents === isEvent
      ? [{ predicate, isTurned: phrase[1] === 'subject' }]
      : [];
  });
  return fitting[0] ?? null;
}
const EVENT_ONLY = new Set(['date', 'location', 'participant', 'victor', 'outcome', 'commanded_by']);
