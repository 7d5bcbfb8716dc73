import { handleOf } from '../src/lookup/name.ts';
import { fold } from '../src/lore/fold.ts';
import type { OpenWindow } from '../src/lore/time/bounds.ts';
import { type YearWindow, yearWindow } from '../src/lore/time/reading-dates.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';
import { problems } from '../src/messages/en/problems.ts';
import type { CommandOption, Options, Suggestion } from './command.ts';

/** Longest name a person can type into an option. */
const LONGEST_NAME = 200;
const LONGEST_DATE = 100;
/** Choices Discord shows. */
export const MOST_CHOICES = 25;
/** Characters a choice can have. */
const LONGEST_CHOICE = 100;

/** An option that names a thing of the lorebook, suggested on every keystroke. */
export function nameOption(
  name: string,
  description: string,
  how: { readonly isRequired?: boolean; readonly kinds?: readonly string[] } = {},
): CommandOption {
  return {
    name,
    description,
    type: 'string',
    maxLength: LONGEST_NAME,
    ...(how.isRequired === undefined ? {} : { isRequired: how.isRequired }),
    suggest: (lorebook, typed) => suggestNames(lorebook, typed, how.kinds),
  };
}

/** An option that names an account; they are few, so any part of a title finds one. */
export function accountOption(
  name: string,
  description: string,
  how: { readonly isRequired?: boolean } = {},
): CommandOption {
  return {
    name,
    description,
    type: 'string',
    maxLength: LONGEST_NAME,
    ...how,
    suggest: (lorebook, typed) => suggestAccounts(lorebook, typed),
  };
}

/** Accounts whose title holds what was typed; they are few. */
export function suggestAccounts(lorebook: Lorebook, typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return lorebook.read.accounts
    .filter((account) => fold(account.title).includes(wanted))
    .slice(0, MOST_CHOICES)
    .map((account) => ({ name: shorten(account.title), value: account.slug.slice(0, LONGEST_CHOICE) }));
}

/** Timelines by any part of their names; they are few. */
export function suggestTimelines({ read }: Lorebook, typed: string): readonly Suggestion[] {
  return withPart(
    read.continuities.all.map(({ name, slug }) => ({ name, value: slug })),
    typed,
  );
}

/** Whatever can have a tier: timelines, accounts and works. */
export function suggestTiered(lorebook: Lorebook, typed: string): readonly Suggestion[] {
  const { read } = lorebook;
  const titles = [...read.accounts, ...read.works()].map(({ title }) => ({ name: title, value: title }));
  return [...suggestTimelines(lorebook, typed), ...withPart(titles, typed)].slice(0, MOST_CHOICES);
}

function withPart(all: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return all
    .filter(({ name, value }) => value.length <= LONGEST_CHOICE && fold(name).includes(wanted))
    .slice(0, MOST_CHOICES)
    .map(({ name, value }) => ({ name: shorten(name), value }));
}

/** A year or date, read by the lorebook's calendar. */
export function dateOption(name: string, description: string): CommandOption {
  return { name, description, type: 'string', maxLength: LONGEST_DATE };
}

/** Things whose name fits what was typed so far, the likeliest first. */
export function suggestNames(
  lorebook: Lorebook,
  typed: string,
  kinds: readonly string[] | undefined,
): readonly Suggestion[] {
  const { read } = lorebook;
  const only = kinds === undefined ? {} : { kinds };
  return read
    .find(typed, { purpose: 'suggest', limit: MOST_CHOICES, ...only })
    .hits.map(({ entity, matched, match }) => {
      const timeline = entity.continuity === null ? null : read.continuities.get(entity.continuity);
      const isElsewhere = timeline !== null && timeline.id !== read.continuities.home.id;
      // An alias that the name itself shows would only say it twice.
      const also = match === 'alias' && !fold(entity.name).includes(fold(matched)) ? ` (${matched})` : '';
      const label = `${entity.name}${also}${isElsewhere ? `, ${timeline.name}` : ''}`;
      return { name: shorten(label), value: handleOf(read, entity, LONGEST_CHOICE) };
    });
}

/** A label is shortened with a sign that it was; the value behind it is whole. */
function shorten(label: string): string {
  return label.length <= LONGEST_CHOICE
    ? label
    : `${[...label]
        .slice(0, LONGEST_CHOICE - 1)
        .join('')
        .slice(0, LONGEST_CHOICE - 1)}…`;
}

export type ReadYear =
  | { readonly ok: true; readonly window: YearWindow | null; readonly typed: string | null }
  | { readonly ok: false; readonly message: string };

/** Reads a year option; null where it was left empty. */
export function readYear(lorebook: Lorebook, typed: string | undefined): ReadYear {
  const text = typed?.trim() ?? '';
  if (text === '') return { ok: true, window: null, typed: null };
  const read = yearWindow(text, lorebook.read.profile.calendar);
  return read.ok ? { ok: true, window: read.value, typed: text } : { ok: false, message: problems.date(read.problem) };
}

export type ReadSpan =
  | {
      readonly ok: true;
      readonly span: OpenWindow;
      readonly typed: { readonly from: string | null; readonly to: string | null };
    }
  | { readonly ok: false; readonly message: string };

/** Reads the options `from` and `to`; open on a side that was left empty. */
export function readSpan(lorebook: Lorebook, options: Options): ReadSpan {
  const from = readYear(lorebook, options.from);
  if (!from.ok) return from;
  const to = readYear(lorebook, options.to);
  if (!to.ok) return to;
  const span = { min: from.window?.min ?? null, max: to.window?.max ?? null };
  return { ok: true, span, typed: { from: from.typed, to: to.typed } };
}
