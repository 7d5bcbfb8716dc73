import { type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { PersonError } from './person-error.ts';
import type { Resolved } from './resolved.ts';

/** The values a person picks in a select: options by label or value, users, roles and channels by id. */
export function readSelected(select: JsonObject, given: readonly string[], resolved: Resolved): readonly string[] {
  const min = numberOr(select.min_values, 1);
  const max = numberOr(select.max_values, 1);
  if (given.length < min || given.length > max) {
    throw new PersonError(`The select takes ${min} to ${max} values, not ${given.length}.`);
  }
  return given.map((value) => readOne(select, value, resolved));
}

function readOne(select: JsonObject, value: string, resolved: Resolved): string {
  if (select.type === 3) return optionValue(select, value);
  const isThere =
    (select.type === 5 && resolved.user(value)) ||
    (select.type === 6 && resolved.role(value)) ||
    (select.type === 7 && (resolved.user(value) || resolved.role(value))) ||
    (select.type === 8 && resolved.channel(value, Array.isArray(select.channel_types) ? select.channel_types : []));
  if (!isThere) throw new PersonError(`The select does not offer "${value}".`);
  return value;
}

/** The value of an option named by its label or value. */
export function optionValue(group: JsonObject, wanted: string): string {
  const options = objectsOf(group.options);
  const option = options.find((held) => held.value === wanted) ?? options.find((held) => held.label === wanted);
  if (option !== undefined) return textOr(option.value, '');
  const labels = options.map((held) => textOr(held.label, '')).join(', ');
  throw new PersonError(`There is no option "${wanted}"; there is ${labels}.`);
}
