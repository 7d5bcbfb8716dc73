import { type Draft, pairs } from '../draft.ts';
import type { NameSpan } from '../name-span.ts';
import { isPerson } from '../noun-phrases.ts';

const STATES = new Set(['controls', 'owns', 'ruled_by', 'led_by', 'commanded_by', 'member_of', 'spouse']);

/** What an account says of a date on which a state was so. */
export function asOfState(predicate: string, date: Draft['date']): { readonly isAsOf?: boolean } {
  return STATES.has(predicate) && date?.isAsOf === true ? { isAsOf: true } : {};
}

/** "ruled by Regent Worf" says that he held the office; who it is that rules is told by the office. */
export function turnedDrafts(
  subjects: readonly NameSpan[],
  rulers: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value'>,
): readonly Draft[] {
  return pairs(subjects, rulers, { ...rest, ...asOfState(rest.predicate, rest.date) });
}

/** A thing that people made has founders; one that states and peoples made was formed from them. */
export function founded(
  made: readonly NameSpan[],
  makers: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value' | 'predicate'>,
): readonly Draft[] {
  const isByPeople = makers.every(isPerson);
  const isFormedFrom = !isByPeople && makers.length > 1;
  const predicate = isFormedFrom ? 'formed_from' : 'founded_by';
  return [...pairs(made, makers, { ...rest, predicate }), ...made.flatMap((one) => dated(one, 'formed', rest))];
}

export function killed(
  victims: readonly NameSpan[],
  killers: readonly NameSpan[],
  rest: Omit<Draft, 'subject' | 'value' | 'predicate'>,
): readonly Draft[] {
  return [
    ...pairs(victims, killers, { ...rest, predicate: 'killed_by' }),
    ...victims.flatMap((one) => dated(one, 'died', rest)),
  ];
}

/** A date as a value; nothing where none is told. */
export function dated(
  subject: NameSpan,
  predicate: string,
  rest: Omit<Draft, 'subject' | 'value' | 'predicate'>,
): readonly Draft[] {
  if (rest.date === null || rest.date.isAsOf) return [];
  return [{ ...rest, subject: subject.cell, predicate, value: rest.date.date }];
}
