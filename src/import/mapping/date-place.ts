import type { Calendar } from '../../lore/time/calendar.ts';
import { parseDate } from '../../lore/time/parse-date.ts';

export interface DatePlace {
  readonly date: string | null;
  readonly place: string | null;
}

/** Words between a date and what is said beside it. */
const PLACE_WORDS = /^(?:,|;|-|–|—)?\s*(?:(?:at|in|on|near|aboard|of|within|outside|inside)\s+)(?=\p{L})/iu;
const AGE = /[([][^()[\]]*\b(?:age|aged|years? old)\b[^()[\]]*[)\]]/gi;

/** "In 283 AC, at Highgarden" as a date and a place; "At Cornfield" is a place alone. */
export function datePlaceOf(text: string, calendar: Calendar): DatePlace {
  const tidy = text.replace(AGE, ' ').replace(/\s+/g, ' ').trim();
  const isDate = (part: string): boolean => /\d/.test(part) && parseDate(part, calendar).ok;
  if (isDate(tidy)) return { date: tidy, place: null };
  const placed = placeOf(tidy);
  if (placed !== null && !/\d/.test(tidy)) return { date: null, place: placed };
  // Cut at each comma or bracket, the longest date first.
  const cuts = [...tidy.matchAll(/[,;(]|\s(?:at|in|on|near|aboard)\s/gi)].map((cut) => cut.index).reverse();
  for (const cut of cuts) {
    const before = tidy.slice(0, cut).trim();
    if (!isDate(before)) continue;
    return {
      date: before,
      place: placeOf(
        tidy
          .slice(cut)
          .trim()
          .replace(/^[(]|[)]$/g, ''),
      ),
    };
  }
  // "Boston, 12 May 1990": the date comes last.
  for (const cut of [...tidy.matchAll(/[,;(]/g)].map(({ index }) => index)) {
    const after = tidy
      .slice(cut + 1)
      .replace(/\)$/, '')
      .trim();
    if (isDate(after)) return { date: after, place: asPlace(tidy.slice(0, cut)) };
  }
  // A calendar may know names without digits ("Age of Heroes").
  if (parseDate(tidy, calendar).ok) return { date: tidy, place: null };
  return { date: null, place: null };
}

function placeOf(text: string): string | null {
  if (!PLACE_WORDS.test(text)) return text.startsWith(',') ? asPlace(text.slice(1)) : null;
  return asPlace(text.replace(PLACE_WORDS, ''));
}

function asPlace(text: string): string | null {
  const place = text
    .trim()
    .replace(/^the (?=\p{Lu})/u, 'the ')
    .replace(/[.,;]$/, '')
    .trim();
  return place === '' || place.length > 100 || /\d{3}/.test(place) ? null : place;
}
