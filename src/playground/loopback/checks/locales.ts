import { isObject } from '../json.ts';
import { type Check, text } from './shape.ts';

const LOCALES: readonly string[] =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW'.split(
    ' ',
  );

/** A map from a known language to a text of the given length. */
export function localized(min: number, max: number): Check {
  const each = text({ min, max });
  return (value, place) => {
    if (!isObject(value)) return place.fail('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType.');
    for (const [locale, translation] of Object.entries(value)) {
      if (!LOCALES.includes(locale)) {
        place.at(locale).fail('ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
      } else if (translation !== null) {
        each(translation, place.at(locale));
      }
    }
  };
}
