import { isObject } from '../json.ts';
import { button, componentId } from './buttons.ts';
import { LIMIT } from './limits.ts';
import { address, type Check, list, maybe, need, oneOf, shape, text, whole, yesNo } from './shape.ts';

const BUTTON = 2;
const THUMBNAIL = 11;

/** A text display: also allowed in forms. */
export const textDisplay = shape({ id: componentId, content: need(text({ min: 1, max: LIMIT.textDisplays })) });

export interface LayoutChecks {
  /** The container's own fields; its children are checked by the caller. */
  readonly container: Check;
  readonly leaf: Check;
}

/** Checks of the V2 components. `filenames`: what `attachment://` may name. */
export function layout(filenames: ReadonlySet<string>): LayoutChecks {
  const media = (schemes: readonly string[]): Check => {
    const url = address(schemes, LIMIT.url);
    return shape({
      url: need((value, place) => {
        url(value, place);
        if (typeof value !== 'string' || !value.startsWith('attachment://')) return;
        if (filenames.has(value.slice('attachment://'.length))) return;
        place.fail(
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment in ${value} was not found.`,
        );
      }),
    });
  };
  const anyMedia = need(media(['http', 'https', 'attachment']));
  const description = maybe(text({ min: 1, max: LIMIT.mediaDescription }));
  const item = shape({ media: anyMedia, description, spoiler: maybe(yesNo) });
  const thumbnail = shape({ id: componentId, media: anyMedia, description, spoiler: maybe(yesNo) });
  const accessory: Check = (value, place) => {
    const type = isObject(value) ? value.type : undefined;
    if (type === BUTTON) button(value, place);
    else if (type === THUMBNAIL) thumbnail(value, place);
    else place.at('type').fail('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${BUTTON}, ${THUMBNAIL}).`);
  };
  const sectionText: Check = (value, place) => {
    if (isObject(value) && value.type !== 10)
      place.at('type').fail('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (10).');
    else textDisplay(value, place);
  };
  const section = shape({
    id: componentId,
    components: need(list(sectionText, { min: 1, max: LIMIT.sectionTexts })),
    accessory: need(accessory),
  });
  const leaves = new Map<unknown, Check>([
    [9, section],
    [10, textDisplay],
    [12, shape({ id: componentId, items: need(list(item, { min: 1, max: LIMIT.mediaItems })) })],
    [13, shape({ id: componentId, file: need(media(['attachment'])), spoiler: maybe(yesNo) })],
    [14, shape({ id: componentId, divider: maybe(yesNo), spacing: maybe(oneOf([1, 2])) })],
  ]);
  return {
    container: shape({
      id: componentId,
      accent_color: maybe(whole({ min: 0, max: LIMIT.color })),
      spoiler: maybe(yesNo),
    }),
    leaf: (value, place) => leaves.get(isObject(value) ? value.type : undefined)?.(value, place),
  };
}
