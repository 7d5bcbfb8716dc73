import { isObject, type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { componentId } from './buttons.ts';
import { ofTypes, uniqueIds } from './components.ts';
import { textDisplay } from './layout-components.ts';
import { codePoints, LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { inOrder, SELECTS, uniqueValues } from './selects.ts';
import { also, type Check, list, maybe, need, oneOf, shape, text, whole, yesNo } from './shape.ts';

const ROW = 1;
const INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;

const customId = need(text({ min: 1, max: LIMIT.customId }));

const input = also(
  shape({
    id: componentId,
    custom_id: customId,
    style: need(oneOf([1, 2])),
    label: maybe(text({ min: 1, max: LIMIT.labelText })),
    value: maybe(text({ max: LIMIT.inputText })),
    placeholder: maybe(text({ max: LIMIT.inputPlaceholder })),
    required: maybe(yesNo),
    min_length: maybe(whole({ min: 0, max: LIMIT.inputText })),
    max_length: maybe(whole({ min: 1, max: LIMIT.inputText })),
  }),
  lengths,
);

function lengths(value: JsonObject, place: Place): void {
  const most = numberOr(value.max_length, LIMIT.inputText);
  if (numberOr(value.min_length, 0) > most) {
    place
      .at('min_length')
      .fail('TEXT_INPUT_MIN_LENGTH_OVER_MAX', 'Min length must be less than or equal to max length.');
  }
  if (codePoints(textOr(value.value, '')) > most) {
    place.at('value').fail('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }
}

function optionGroup(min: number, more: Readonly<Record<string, Check>> = {}): Check {
  const option = shape({
    label: need(text({ min: 1, max: LIMIT.selectText })),
    value: need(text({ min: 1, max: LIMIT.selectText })),
    description: maybe(text({ max: LIMIT.selectText })),
    default: maybe(yesNo),
  });
  const options = need(list(option, { min, max: LIMIT.groupOptions }));
  const fields = { id: componentId, custom_id: customId, required: maybe(yesNo), options, ...more };
  return also(shape(fields), (value, place) => uniqueValues(objectsOf(value.options), place.at('options')));
}

const counts = {
  min_values: maybe(whole({ min: 0, max: LIMIT.uploads })),
  max_values: maybe(whole({ min: 1, max: LIMIT.uploads })),
};
const upload = also(shape({ id: componentId, custom_id: customId, required: maybe(yesNo), ...counts }), inOrder);

const inLabel = new Map<unknown, Check>([
  ...SELECTS,
  [INPUT, input],
  [19, upload],
  [21, optionGroup(2)],
  [22, optionGroup(1, counts)],
  [23, shape({ id: componentId, custom_id: customId, default: maybe(yesNo) })],
]);

const label = shape({
  id: componentId,
  label: need(text({ min: 1, max: LIMIT.labelText })),
  description: maybe(text({ min: 1, max: LIMIT.labelDescription })),
  component: need(
    ofTypes([...inLabel.keys()].map(Number), (value, place) => {
      inLabel.get(isObject(value) ? value.type : undefined)?.(value, place);
      if (isObject(value) && value.type === INPUT && textOr(value.label, '') !== '') {
        place.at('label').fail('TEXT_INPUT_LABEL_FORBIDDEN', 'A text input inside a label has no label of its own.');
      }
      if (isObject(value) && value.disabled === true) {
        place.at('disabled').fail('SELECT_COMPONENT_DISABLED_IN_MODAL', 'A select in a modal cannot be disabled.');
      }
    }),
  ),
});

const row = shape({
  id: componentId,
  components: need(
    list(
      ofTypes([INPUT], (value, place) => {
        input(value, place);
        if (isObject(value) && textOr(value.label, '') === '') place.at('label').required();
      }),
      { min: 1, max: 1 },
    ),
  ),
});

const pieces = new Map<unknown, Check>([
  [ROW, row],
  [TEXT_DISPLAY, textDisplay],
  [LABEL, label],
]);

/** A form: title, custom id, one to five rows, labels or texts. */
export const checkModal = also(
  shape({
    custom_id: customId,
    title: need(text({ min: 1, max: LIMIT.modalTitle })),
    components: need(
      list(
        ofTypes([ROW, TEXT_DISPLAY, LABEL], (value, place) => {
          pieces.get(isObject(value) ? value.type : undefined)?.(value, place);
        }),
        { min: 1, max: LIMIT.modalComponents },
      ),
    ),
  }),
  (value, place) => uniqueIds(objectsOf(value.components), place.at('components')),
);
