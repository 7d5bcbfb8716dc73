import { isObject, type JsonObject } from '../json.ts';
import { LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { address, also, type Check, maybe, need, oneOf, shape, snowflake, text, whole, yesNo } from './shape.ts';

const LINK = 5;
const PREMIUM = 6;

export const componentId = maybe(whole({ min: 0, max: 2 ** 31 - 1 }));

const emojiShape = shape({ id: maybe(snowflake), name: need(text({ max: 32 })), animated: maybe(yesNo) });

/** A custom emoji by id, or one that Unicode knows. */
export const emoji: Check = (value, place) => {
  emojiShape(value, place);
  if (!isObject(value) || (value.id !== undefined && value.id !== null)) return;
  if (typeof value.name !== 'string' || !isEmoji(value.name)) {
    place.at('name').fail('COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  }
};

export const button = also(
  shape({
    id: componentId,
    style: need(oneOf([1, 2, 3, 4, LINK, PREMIUM])),
    label: maybe(text({ max: LIMIT.buttonLabel })),
    custom_id: maybe(text({ min: 1, max: LIMIT.customId })),
    url: maybe(address(['http', 'https', 'discord'], LIMIT.buttonUrl)),
    sku_id: maybe(snowflake),
    disabled: maybe(yesNo),
    emoji: maybe(emoji),
  }),
  styleFields,
);

function styleFields(value: JsonObject, place: Place): void {
  const has = (key: string) => value[key] !== undefined && value[key] !== null && value[key] !== '';
  if (value.style === PREMIUM) {
    if (!has('sku_id')) place.at('sku_id').required();
    for (const key of ['custom_id', 'label', 'url', 'emoji'])
      if (has(key)) forbidden(place.at(key), 'a premium button');
    return;
  }
  if (!has('label') && !has('emoji'))
    place.fail('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji.');
  if (value.style === LINK) {
    if (!has('url')) place.at('url').fail('BASE_TYPE_REQUIRED', 'A url is required');
    if (has('custom_id'))
      place.fail('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified');
    return;
  }
  if (!has('custom_id')) place.at('custom_id').fail('BASE_TYPE_REQUIRED', 'A custom id is required');
  if (has('url')) forbidden(place.at('url'), 'a button that is not a link');
}

function forbidden(place: Place, what: string): void {
  place.fail('BUTTON_COMPONENT_FIELD_FORBIDDEN', `This field may not be set on ${what}.`);
}

/** Many write an emoji without its variation selector; Discord takes both. */
function isEmoji(name: string): boolean {
  const emojiAlone = /^\p{RGI_Emoji}$/v;
  return emojiAlone.test(name) || emojiAlone.test(`${name}\ufe0f`);
}
