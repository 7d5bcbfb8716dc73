import { isObject, type JsonObject } from '../json.ts';
import { isSnowflake } from '../snowflake.ts';
import { codePoints } from './limits.ts';
import type { Place } from './problems.ts';

/** Looks at one value and reports what is wrong with it. */
export type Check = (value: unknown, place: Place) => void;

interface Count extends Range {
  /** No value twice. */
  readonly unique?: boolean;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Runs the check unless the value is absent; null means absent to Discord. */
export function maybe(check: Check): Check {
  return (value, place) => {
    if (value !== undefined && value !== null) check(value, place);
  };
}

/** Runs the check on a value that must be there. */
export function need(check: Check): Check {
  return (value, place) => (value === undefined || value === null ? place.required() : check(value, place));
}

export function text({ min = 0, max = Number.POSITIVE_INFINITY }: Range, pattern?: RegExp): Check {
  return (value, place) => {
    if (typeof value !== 'string')
      return place.fail('STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
    const length = codePoints(value);
    if (min > 0 && value.trim() === '') return place.required();
    if (length < min || length > max) return place.fail('BASE_TYPE_BAD_LENGTH', lengthMessage(min, max));
    if (pattern !== undefined && !pattern.test(value)) {
      place.fail('STRING_TYPE_REGEX', 'String value did not match validation regex.');
    }
  };
}

export function whole({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: Range = {}): Check {
  return (value, place) => {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      return place.fail('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    }
    inRange(number, min, max, place);
  };
}

export function decimal({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Range = {}): Check {
  return (value, place) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return place.fail('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not number.`);
    }
    inRange(value, min, max, place);
  };
}

export const yesNo: Check = (value, place) => {
  if (typeof value !== 'boolean') place.fail('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
};

export const snowflake: Check = (value, place) => {
  if (!isSnowflake(value)) place.fail('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
};

export function oneOf(allowed: readonly unknown[]): Check {
  return (value, place) => {
    if (!allowed.includes(value)) place.fail('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  };
}

export function list(each: Check, { min = 0, max = Number.POSITIVE_INFINITY, unique = false }: Count = {}): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return place.fail('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
    if (value.length < min || value.length > max) place.fail('BASE_TYPE_BAD_LENGTH', lengthMessage(min, max));
    if (unique && new Set(value).size < value.length) {
      place.fail('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value.');
    }
    value.forEach((item, index) => {
      each(item, place.at(index));
    });
  };
}

/** Checks known keys and leaves unknown ones alone, as Discord does. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(fields);
  return (value, place) => {
    if (!isObject(value)) return place.fail('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType.');
    for (const [key, check] of entries) check(value[key], place.at(key));
  };
}

/** Several checks of one value; those after the first see it only as an object. */
export function also(first: Check, ...rules: readonly ((value: JsonObject, place: Place) => void)[]): Check {
  return (value, place) => {
    first(value, place);
    if (!isObject(value)) return;
    for (const rule of rules) rule(value, place);
  };
}

export function address(schemes: readonly string[], max: number): Check {
  return (value, place) => {
    if (typeof value !== 'string') return place.fail('STRING_TYPE_CONVERT', 'Could not interpret the value as string.');
    if (value.length > max) return place.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase();
    if (scheme === undefined || !URL.canParse(value))
      return place.fail('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    if (schemes.includes(scheme)) return;
    const names = schemes.map((name) => `'${name}'`).join(', ');
    place.fail('URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Scheme must be one of (${names}).`);
  };
}

function inRange(number: number, min: number, max: number, place: Place): void {
  if (number < min) place.fail('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  if (number > max) place.fail('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
}

function lengthMessage(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `Must be ${min} or more in length.`;
  return min === 0 ? `Must be ${max} or fewer in length.` : `Must be between ${min} and ${max} in length.`;
}
