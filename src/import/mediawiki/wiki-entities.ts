import { importReasons } from '../../messages/en/import-reasons.ts';
import type { Gathered, Place } from '../gathered.ts';
import type { WikiSite } from './site.ts';
import type { WikiSurvey } from './survey-wiki.ts';
import type { WikiTitles } from './titles.ts';

const BRACKETS = /^(.+?)\s*\(([^()]+)\)$/;

/** The things a wiki has pages for, each with its redirects and what disambiguation pages call it as aliases. */
export function* wikiEntities(
  survey: WikiSurvey,
  titles: WikiTitles,
  site: WikiSite,
  placeOf: (page: string, line: number) => Place,
): Generator<Gathered> {
  const aliases = new Map<string, string[]>();
  const call = (title: string, alias: string): void => void aliases.set(title, [...(aliases.get(title) ?? []), alias]);
  for (const [title, { target, line }] of survey.redirects) {
    const end = titles.resolved(target);
    const isContent = end !== '' && site.namespaceOf(end) === 0 && !survey.redirects.has(end);
    if (isContent && !survey.pages.get(end)?.isDisambiguation) call(end, title);
    else if (!isContent) {
      yield { kind: 'left-out', place: placeOf(title, line), reason: importReasons.redirectNowhere(target) };
    }
  }
  for (const [title, listed] of survey.namesakes) {
    const shared = title.replace(/\s*\(disambiguation\)$/i, '');
    const things = [...new Set(listed.map((one) => titles.resolved(one)))].filter((one) => titles.isThing(one));
    for (const thing of things) if (thing !== shared) call(thing, shared);
    const line = survey.pages.get(title)?.line ?? 0;
    yield { kind: 'left-out', place: placeOf(title, line), reason: importReasons.disambiguation(things.length) };
  }
  for (const [title, page] of survey.pages) {
    if (page.isDisambiguation) continue;
    const [, plain, about] = BRACKETS.exec(title) ?? [];
    const called = aliases.get(title) ?? [];
    yield {
      kind: 'entity',
      place: placeOf(title, page.line),
      ref: title,
      name: title,
      entityKind: titles.kindOf(title),
      aliases: plain === undefined ? called : [...called, plain],
      ...(about === undefined ? {} : { about }),
    };
    aliases.delete(title);
  }
  // Redirects may lead to a page that nobody has written yet.
  for (const [title, called] of aliases) {
    const line = survey.redirects.get(called[0] ?? '')?.line ?? 0;
    yield { kind: 'entity', place: placeOf(title, line), name: title, entityKind: null, aliases: called };
  }
}
