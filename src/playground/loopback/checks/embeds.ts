import { isObject, type JsonObject, objectOf, objectsOf, textOr } from '../json.ts';
import { codePoints, LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { address, also, type Check, list, maybe, need, shape, text, whole, yesNo } from './shape.ts';

const link = maybe(address(['http', 'https'], LIMIT.url));
const media = maybe(address(['http', 'https', 'attachment'], LIMIT.url));

const timestamp: Check = (value, place) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value) || Number.isNaN(Date.parse(value))) {
    place.fail('DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  }
};

const field = shape({
  name: need(text({ min: 1, max: LIMIT.embedFieldName })),
  value: need(text({ min: 1, max: LIMIT.embedFieldValue })),
  inline: maybe(yesNo),
});

const embed = also(
  shape({
    title: maybe(text({ max: LIMIT.embedTitle })),
    description: maybe(text({ max: LIMIT.embedDescription })),
    url: link,
    color: maybe(whole({ min: 0, max: LIMIT.color })),
    timestamp: maybe(timestamp),
    fields: maybe(list(field, { max: LIMIT.embedFields })),
    footer: maybe(shape({ text: maybe(text({ max: LIMIT.embedFooter })), icon_url: media })),
    author: maybe(shape({ name: maybe(text({ max: LIMIT.embedAuthor })), url: link, icon_url: media })),
    image: maybe(shape({ url: media })),
    thumbnail: maybe(shape({ url: media })),
    provider: maybe(shape({ name: maybe(text({ max: LIMIT.embedAuthor })), url: link })),
  }),
  saysSomething,
);

/** Embeds of one message: each in its limits, and not more than six thousand characters together. */
export const checkEmbeds: Check = (value, place) => {
  list(embed, { max: LIMIT.embeds })(value, place);
  const total = objectsOf(value).reduce((sum, item) => sum + embedLength(item), 0);
  if (total > LIMIT.embedTotal) {
    place.fail('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMIT.embedTotal}`);
  }
};

function saysSomething(value: JsonObject, place: Place): void {
  const texts = [value.title, value.description, objectOf(value.footer).text, objectOf(value.author).name];
  const shown = texts.some((item) => textOr(item, '').trim() !== '');
  const pictures = isObject(value.image) || isObject(value.thumbnail);
  if (!shown && !pictures && objectsOf(value.fields).length === 0) place.at('description').required();
}

function embedLength(value: JsonObject): number {
  const texts = [value.title, value.description, objectOf(value.footer).text, objectOf(value.author).name];
  const fields = objectsOf(value.fields).flatMap((item) => [item.name, item.value]);
  return [...texts, ...fields].reduce((sum: number, item) => sum + codePoints(textOr(item, '')), 0);
}
