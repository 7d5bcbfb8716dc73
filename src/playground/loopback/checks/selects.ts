import { type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { componentId, emoji } from './buttons.ts';
import { LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { also, type Check, list, maybe, need, oneOf, shape, snowflake, text, whole, yesNo } from './shape.ts';

const option = shape({
  label: need(text({ min: 1, max: LIMIT.selectText })),
  value: need(text({ min: 1, max: LIMIT.selectText })),
  description: maybe(text({ max: LIMIT.selectText })),
  default: maybe(yesNo),
  emoji: maybe(emoji),
});

const shared = {
  id: componentId,
  custom_id: need(text({ min: 1, max: LIMIT.customId })),
  placeholder: maybe(text({ max: LIMIT.placeholder })),
  min_values: maybe(whole({ min: 0, max: LIMIT.selectOptions })),
  max_values: maybe(whole({ min: 1, max: LIMIT.selectOptions })),
  disabled: maybe(yesNo),
  required: maybe(yesNo),
};

const stringSelect = also(
  shape({ ...shared, options: need(list(option, { min: 1, max: LIMIT.selectOptions })) }),
  inOrder,
  (value, place) => {
    const options = objectsOf(value.options);
    if (numberOr(value.min_values, 1) > options.length) {
      place
        .at('min_values')
        .fail('SELECT_COMPONENT_MIN_VALUES_TOO_MANY', 'Min values may not exceed the number of options.');
    }
    if (numberOr(value.max_values, 1) > Math.max(1, options.length)) {
      place
        .at('max_values')
        .fail('SELECT_COMPONENT_MAX_VALUES_TOO_MANY', 'Max values may not exceed the number of options.');
    }
    uniqueValues(options, place.at('options'));
    if (options.filter((item) => item.default === true).length > numberOr(value.max_values, 1)) {
      place
        .at('options')
        .fail('SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'There may not be more defaults than max_values.');
    }
  },
);

function entitySelect(kinds: readonly string[], more: Readonly<Record<string, Check>> = {}): Check {
  const given = shape({ id: need(snowflake), type: need(oneOf(kinds)) });
  const fields = { ...shared, ...more, default_values: maybe(list(given, { max: LIMIT.selectOptions })) };
  return also(shape(fields), inOrder, (value, place) => {
    const count = objectsOf(value.default_values).length;
    if (count > 0 && (count > numberOr(value.max_values, 1) || count < numberOr(value.min_values, 1))) {
      place
        .at('default_values')
        .fail(
          'SELECT_COMPONENT_INVALID_DEFAULT_VALUES_LENGTH',
          'The number of defaults must lie between min_values and max_values.',
        );
    }
  });
}

/** Selects by component type: string, user, role, mentionable, channel. */
export const SELECTS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  [3, stringSelect],
  [5, entitySelect(['user'])],
  [6, entitySelect(['role'])],
  [7, entitySelect(['user', 'role'])],
  [8, entitySelect(['channel'], { channel_types: maybe(list(whole({ min: 0, max: 16 }), { unique: true })) })],
]);

export function uniqueValues(options: readonly JsonObject[], place: Place): void {
  const seen = new Set<string>();
  options.forEach((item, index) => {
    const value = textOr(item.value, '');
    if (seen.has(value))
      place
        .at(index, 'value')
        .fail('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    seen.add(value);
  });
}

export function inOrder(value: JsonObject, place: Place): void {
  if (numberOr(value.min_values, 1) > numberOr(value.max_values, 1)) {
    place
      .at('min_values')
      .fail('SELECT_COMPONENT_MIN_VALUES_OVER_MAX', 'Min values must be less than or equal to max values.');
  }
}
