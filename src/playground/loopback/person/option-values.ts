import { codePoints, LIMIT } from '../checks/limits.ts';
import { type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import type { LoopbackState } from '../state.ts';
import { type FileInput, isFile, uploadFile } from './files.ts';
import { PersonError } from './person-error.ts';
import type { Resolved } from './resolved.ts';

/** An option as a person gives it: text, number, yes or no, the id of a user, role or channel, or a file. */
export type OptionInput = string | number | boolean | FileInput;

export interface OptionPlace {
  readonly state: LoopbackState;
  readonly channelId: string;
  readonly resolved: Resolved;
  /** A client that does not check which channels fit, as somebody may write one. */
  readonly takesAnyChannel?: boolean;
}

/** Options by name, checked against the definition as Discord's client checks them. */
export function readOptions(
  defined: readonly JsonObject[],
  given: Readonly<Record<string, OptionInput>>,
  place: OptionPlace,
): readonly JsonObject[] {
  refuseUnknown(defined, given);
  const missing = defined.find((option) => option.required === true && given[textOr(option.name, '')] === undefined);
  if (missing !== undefined) throw new PersonError(`The option "${textOr(missing.name, '')}" is required.`);
  return defined.flatMap((option) => {
    const value = given[textOr(option.name, '')];
    if (value === undefined) return [];
    return [{ name: option.name, type: option.type, value: readValue(option, value, place) }];
  });
}

/** Options while they are being typed: nothing is required yet, and the focused one is text whatever its type. */
export function readPartialOptions(
  defined: readonly JsonObject[],
  given: Readonly<Record<string, OptionInput>>,
  focused: string,
): readonly JsonObject[] {
  refuseUnknown(defined, given);
  const target = defined.find((option) => option.name === focused);
  if (target?.autocomplete !== true) throw new PersonError(`The option "${focused}" does not autocomplete.`);
  return defined.flatMap((option) => {
    const value = given[textOr(option.name, '')];
    if (option === target) return [{ name: option.name, type: option.type, value: String(value ?? ''), focused: true }];
    return value === undefined || isFile(value) ? [] : [{ name: option.name, type: option.type, value }];
  });
}

function refuseUnknown(defined: readonly JsonObject[], given: Readonly<Record<string, OptionInput>>): void {
  const names = new Set(defined.map((option) => option.name));
  const unknown = Object.keys(given).find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new PersonError(`There is no option "${unknown}"; there is ${[...names].join(', ') || 'none'}.`);
  }
}

function readValue(option: JsonObject, value: OptionInput, place: OptionPlace): unknown {
  const wrong = (what: string) => new PersonError(`The option "${textOr(option.name, '')}" takes ${what}.`);
  switch (option.type) {
    case 3:
      if (typeof value !== 'string') throw wrong('text');
      return inLength(option, chosen(option, value));
    case 4:
    case 10: {
      const picked = chosen(option, value);
      const isRight = typeof picked === 'number' && (option.type === 10 || Number.isSafeInteger(picked));
      if (!isRight) throw wrong(option.type === 4 ? 'a whole number' : 'a number');
      return inRange(option, picked);
    }
    case 5:
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case 6:
      if (typeof value !== 'string' || !place.resolved.user(value)) throw wrong('the id of a user');
      return value;
    case 7: {
      const types = Array.isArray(option.channel_types) ? option.channel_types : [];
      const isUnchecked = place.takesAnyChannel === true;
      if (typeof value !== 'string' || !(place.resolved.channel(value, isUnchecked ? [] : types) || isUnchecked))
        throw wrong('the id of a channel of the right kind');
      return value;
    }
    case 8:
      if (typeof value !== 'string' || !place.resolved.role(value)) throw wrong('the id of a role');
      return value;
    case 9:
      if (typeof value !== 'string' || !(place.resolved.role(value) || place.resolved.user(value)))
        throw wrong('the id of a user or role');
      return value;
    default: {
      if (!isFile(value)) throw wrong('a file');
      const attachment = uploadFile(place.state, place.channelId, value);
      place.resolved.attachment(attachment);
      return attachment.id;
    }
  }
}

/** A choice may be given by the name people see or by its value. */
function chosen(option: JsonObject, value: OptionInput): OptionInput {
  const choices = objectsOf(option.choices);
  if (choices.length === 0) return value;
  const choice =
    choices.find((candidate) => candidate.name === value) ?? choices.find((candidate) => candidate.value === value);
  if (choice === undefined) {
    const names = choices.map((candidate) => textOr(candidate.name, '')).join(', ');
    throw new PersonError(
      `The option "${textOr(option.name, '')}" has no choice "${String(value)}"; there is ${names}.`,
    );
  }
  return typeof choice.value === 'number' ? choice.value : textOr(choice.value, '');
}

function inLength(option: JsonObject, value: OptionInput): OptionInput {
  const length = codePoints(String(value));
  const min = numberOr(option.min_length, 0);
  const max = numberOr(option.max_length, LIMIT.optionLength);
  if (length >= min && length <= max) return value;
  throw new PersonError(`The option "${textOr(option.name, '')}" takes ${min} to ${max} characters, not ${length}.`);
}

function inRange(option: JsonObject, value: number): number {
  const min = numberOr(option.min_value, -(2 ** 53));
  const max = numberOr(option.max_value, 2 ** 53);
  if (value >= min && value <= max) return value;
  throw new PersonError(`The option "${textOr(option.name, '')}" takes ${min} to ${max}, not ${value}.`);
}
