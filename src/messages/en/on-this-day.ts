import { common } from './common.ts';

/** How a work of that form comes into the world; the form is whatever the lorebook calls it. */
function firstSeen(form: string): string {
  if (/episode|series|show|season|broadcast|radio/i.test(form)) return 'was first aired';
  if (/film|movie|play/i.test(form)) return 'was first shown';
  if (/novel|novella|book|comic|stor|issue|essay|poem|article/i.test(form)) return 'was first published';
  return 'was released';
}

function ago(years: number | null): string {
  if (years === null) return '';
  if (years === 0) return 'this year';
  return years > 0
    ? `${common.count(years, 'year', 'years')} ago`
    : `${common.count(-years, 'year', 'years')} from now`;
}

/** The words of what happened on a day. */
export const onThisDay = {
  ago,
  /** "15 May 1994, 32 years ago" */
  heading: (date: string, years: number | null): string => [date, ago(years)].filter((part) => part !== '').join(', '),
  several: (day: string): string => `On this day: ${day}`,
  month: (month: string): string => `This month: ${month}`,
  factFor: (day: string): string => `A fact for ${day}`,
  released: (title: string, series: string, form: string): string =>
    `“${title}”${series === '' ? '' : ` (${series})`} ${firstSeen(form)}.`,
  source: (claims: number, shown: number): string =>
    `It is the source of ${common.count(claims, 'claim', 'claims')}${claims > shown ? ', among them' : ''}:`,
  moved: (day: string): string => `It was on ${day}, a day that this year does not have.`,
  contested: (why: string): string => `Contested: ${why}`,
  undated: 'No account says when this was.',
  days: (first: string, last: string): string => (first === last ? first : `${first} to ${last}`),
  hereAndThere: (here: string, there: string): string => `${here}, and ${there} there`,
  none: (day: string): string => `No account dates anything to ${day}.`,
  /** After "Try". */
  tryDay: (day: string): string => `/lore onthisday date:${day}, the next day of which something is told`,
  noDay: (calendar: string): string =>
    `In this lorebook's calendar (${calendar}) no day answers to today: /lorebook calendar says how today there is found.`,
  cut: (most: number): string =>
    `Of what is dated to this day, the first ${most.toLocaleString('en')} claims were read.`,
  notADay: (text: string, example: string): string => `“${text}” is not one day: write a day such as ${example}.`,
  /** A title in a calendar: the lore's year, as the event itself stands in the reader's. */
  dated: (year: string, sentence: string): string => `${year}: ${sentence}`,
  feed: (title: string): string => `${title}: on this day`,
  feedCut: (most: number): string => `The first ${most.toLocaleString('en')} claims with a known day.`,
  whatItTells: 'What it tells',
} as const;
