import { type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { LIMIT } from './limits.ts';
import { localized } from './locales.ts';
import type { Place } from './problems.ts';
import { also, type Check, decimal, list, maybe, need, oneOf, shape, text, whole, yesNo } from './shape.ts';

const SUBCOMMAND = 1;
const GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const NUMBER = 10;
const TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** A name of a chat input command or option: letters of any script, digits, - _ and ', in lower case. */
export const NAME: Check = (value, place) => {
  text({ min: 1, max: LIMIT.commandName })(value, place);
  if (typeof value !== 'string' || value.trim() === '') return;
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(value) || value !== value.toLowerCase()) {
    place.fail('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
};

const choiceName = need(text({ min: 1, max: LIMIT.choiceText }));
const choiceNames = { name: choiceName, name_localizations: maybe(localized(1, LIMIT.choiceText)) };

/** The value of a choice by the type of its option. */
export function choiceValue(type: number): Check {
  if (type === INTEGER) return need(whole());
  if (type === NUMBER) return need(decimal({ min: -(2 ** 53), max: 2 ** 53 }));
  return need(text({ min: 1, max: LIMIT.choiceText }));
}

const named = {
  type: need(oneOf(TYPES)),
  name: need(NAME),
  description: need(text({ min: 1, max: LIMIT.commandDescription })),
  name_localizations: maybe(localized(1, LIMIT.commandName)),
  description_localizations: maybe(localized(1, LIMIT.commandDescription)),
  required: maybe(yesNo),
};

function fieldsOf(type: number): Readonly<Record<string, Check>> {
  const choices = maybe(list(shape({ ...choiceNames, value: choiceValue(type) }), { max: LIMIT.choices }));
  const offered = { autocomplete: maybe(yesNo), choices };
  if (type === STRING) {
    const lengths = {
      min_length: maybe(whole({ min: 0, max: LIMIT.optionLength })),
      max_length: maybe(whole({ min: 1, max: LIMIT.optionLength })),
    };
    return { ...named, ...offered, ...lengths };
  }
  if (type === INTEGER) return { ...named, ...offered, min_value: maybe(whole()), max_value: maybe(whole()) };
  if (type === NUMBER) return { ...named, ...offered, min_value: maybe(decimal()), max_value: maybe(decimal()) };
  if (type === 7) return { ...named, channel_types: maybe(list(oneOf(CHANNEL_TYPES), { unique: true })) };
  return named;
}

const leaves = new Map(TYPES.map((type) => [type, also(shape(fieldsOf(type)), choicesOrAutocomplete, rangesInOrder)]));
const leaf: Check = (value, place) => {
  const type = numberOr((value as JsonObject | null)?.type, 0);
  (leaves.get(type) ?? shape(named))(value, place);
};

/** Options of a command: either subcommands and groups, or values. */
export const checkOptions: Check = (value, place) => checkLevel(value, place, 'command');

function checkLevel(value: unknown, place: Place, level: 'command' | 'group' | 'subcommand'): void {
  list(leaf, { max: LIMIT.commandOptions })(value, place);
  const options = objectsOf(value);
  uniqueNames(options, place);
  requiredFirst(options, place);
  const nested = options.filter(isNested);
  if (level === 'command' && nested.length > 0 && nested.length < options.length) {
    place.fail(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  options.forEach((option, index) => {
    const allowed = level === 'command' || (level === 'group' ? option.type === SUBCOMMAND : !isNested(option));
    const here = place.at(index);
    if (!allowed)
      here.at('type').fail('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This option type may not stand here.');
    else if (option.options !== undefined && option.options !== null && isNested(option)) {
      checkLevel(option.options, here.at('options'), option.type === GROUP ? 'group' : 'subcommand');
    }
  });
}

function isNested(option: JsonObject): boolean {
  return option.type === SUBCOMMAND || option.type === GROUP;
}

function uniqueNames(options: readonly JsonObject[], place: Place): void {
  const seen = new Set<string>();
  options.forEach((option, index) => {
    const name = textOr(option.name, '');
    if (seen.has(name))
      place.at(index, 'name').fail('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    seen.add(name);
  });
}

function requiredFirst(options: readonly JsonObject[], place: Place): void {
  let optionalSeen = false;
  options.forEach((option, index) => {
    if (isNested(option)) return;
    if (option.required === true && optionalSeen) {
      place
        .at(index)
        .fail(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        );
    }
    if (option.required !== true) optionalSeen = true;
  });
}

function choicesOrAutocomplete(option: JsonObject, place: Place): void {
  if (option.autocomplete === true && objectsOf(option.choices).length > 0) {
    place.fail('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Options with autocomplete cannot have choices');
  }
}

function rangesInOrder(option: JsonObject, place: Place): void {
  for (const [low, high] of [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const) {
    if (numberOr(option[low], Number.NEGATIVE_INFINITY) > numberOr(option[high], Number.POSITIVE_INFINITY)) {
      place.at(high).fail('APPLICATION_COMMAND_OPTIONS_MAX_LESS_THAN_MIN', `${high} must not be less than ${low}`);
    }
  }
}
