import { resolveName } from '../../src/lookup/name.ts';
import { fold } from '../../src/lore/fold.ts';
import type { EditFilter } from '../../src/lore/history.ts';
import type { EntityId } from '../../src/lore/ids.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { history as words } from '../../src/messages/en/history.ts';
import { lookups } from '../../src/messages/en/lookups.ts';
import type { Options, Suggestion } from '../command.ts';
import { MOST_CHOICES } from '../options.ts';

export type ReadFilter =
  | { readonly ok: true; readonly filter: Omit<EditFilter, 'limit'> }
  | { readonly ok: false; readonly message: string };

const DAY_MS = 24 * 60 * 60 * 1000;
const UNIT_MS: Readonly<Record<string, number>> = { h: DAY_MS / 24, d: DAY_MS, w: 7 * DAY_MS };

/** Reads about, by and since as they were typed. */
export function readFilter(lorebook: Lorebook, { about, by, since }: Options, now: number): ReadFilter {
  const named = about === undefined || about.trim() === '' ? null : resolveName(lorebook.read, about);
  if (named?.kind === 'none') return { ok: false, message: lookups.missing.name(about ?? '') };
  if (named?.kind === 'several') {
    return {
      ok: false,
      message: words.several(
        about ?? '',
        named.entities.map(({ slug }) => slug),
      ),
    };
  }
  const who = by === undefined || by.trim() === '' ? null : actorOf(lorebook, by.trim());
  if (who === undefined) return { ok: false, message: words.nobody(by ?? '') };
  const from = since === undefined || since.trim() === '' ? null : momentOf(since.trim(), now);
  if (from === undefined) return { ok: false, message: words.badSince(since ?? '') };
  return {
    ok: true,
    filter: {
      ...(named === null ? {} : { about: named.entity.id }),
      ...(who === null ? {} : { by: who }),
      ...(from === null ? {} : { since: from }),
    },
  };
}

/** The same, short enough for a button. */
export function packed({ about, by, since }: Omit<EditFilter, 'limit'>): Options {
  return {
    ...(about === undefined ? {} : { a: String(about) }),
    ...(by === undefined ? {} : { b: by }),
    ...(since === undefined ? {} : { s: since.toString(36) }),
  };
}

/** What a button carries of a filter, unpacked. */
export function unpacked({ a, b, s }: Options): Omit<EditFilter, 'limit'> {
  return {
    ...(a === undefined ? {} : { about: Number(a) as EntityId }),
    ...(b === undefined ? {} : { by: b }),
    ...(s === undefined ? {} : { since: Number.parseInt(s, 36) }),
  };
}

const MOST_ACTORS = 500;

/** Those who edited, by any part of their name. */
export function suggestActors({ log }: Lorebook, typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return log
    .actors(MOST_ACTORS)
    .filter(({ name, ref }) => ref.length <= 100 && fold(name).includes(wanted))
    .slice(0, MOST_CHOICES)
    .map(({ name, ref }) => ({ name: name.slice(0, 100) || '?', value: ref }));
}

/** The spans people most often ask for. */
export function suggestSince(): readonly Suggestion[] {
  return [
    { name: words.last.day, value: '1d' },
    { name: words.last.week, value: '7d' },
    { name: words.last.month, value: '30d' },
  ];
}

function actorOf({ log }: Lorebook, typed: string): string | undefined {
  const all = log.actors(MOST_ACTORS);
  const mentioned = /^<@!?(\d+)>$/.exec(typed)?.[1];
  const wanted = mentioned === undefined ? typed : `discord:${mentioned}`;
  return (all.find(({ ref }) => ref === wanted) ?? all.find(({ name }) => fold(name) === fold(typed)))?.ref;
}

/** A day of the wall calendar, or so long ago; undefined where it is neither. */
function momentOf(typed: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,4})\s*([hdw])$/i.exec(typed) ?? [];
  if (count !== undefined && unit !== undefined) return now - Number(count) * (UNIT_MS[unit.toLowerCase()] ?? 0);
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(typed)) return undefined;
  const moment = Date.parse(typed);
  return Number.isNaN(moment) ? undefined : moment;
}
