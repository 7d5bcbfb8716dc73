import { handleOf } from '../lookup/name.ts';
import type { SourceSummary, Sources } from '../lookup/sources.ts';
import { MOST_SOURCE_CLAIMS } from '../lookup/sources.ts';
import {
  type Document,
  fact,
  heading,
  type Item,
  type Line,
  type Link,
  line,
  linked,
  small,
} from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

const words = lookups.sources;

export function sourcesDocument(view: Sources, voice: Voice): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'sources');
    case 'not-recorded': {
      const said = view.typed === '' ? lookups.missing.empty : lookups.missing.name(view.typed);
      return missingDocument(said, view.nearest, voice, somethingToTry(voice));
    }
    case 'list':
      return listDocument(view.sources, voice);
    case 'one':
      return oneDocument(view, voice);
  }
}

function listDocument(sources: readonly SourceSummary[], voice: Voice): Document {
  const accounts = sources.filter(({ source }) => source.kind === 'account');
  const works = sources.filter(({ source }) => source.kind === 'work');
  const section = (title: string, some: readonly SourceSummary[]): Item[] =>
    some.length === 0
      ? []
      : [
          heading(title),
          ...some.map((summary) => linked(fact(...summaryLines(summary, voice)), sourceLink(summary, voice))),
        ];
  return {
    tone: 'plain',
    heading: words.heading,
    items: [...section(words.accounts, accounts), ...section(words.works, works)],
    links: [],
  };
}

function sourceLink({ source }: SourceSummary, { reader }: Voice): Link {
  const work = source.kind === 'work' ? reader.entity(source.work.entity) : undefined;
  const name = source.kind === 'account' ? source.account.slug : work === undefined ? '' : handleOf(reader, work);
  const label = source.kind === 'account' ? source.account.title : source.work.title;
  return { label, command: 'sources', options: { name } };
}

function summaryLines(summary: SourceSummary, voice: Voice): Line[] {
  const { source, claims, alone } = summary;
  const rests = words.rests(claims, alone);
  if (source.kind === 'account') {
    const { title, kind } = source.account;
    return [line({ strong: title }, kind === '' ? '' : ` · ${kind}`), small(rests)];
  }
  const { title, form, series } = source.work;
  const what = [form, series].filter((part) => part !== '').join(', ');
  const release = releaseText(summary, voice);
  return [
    line({ strong: title }, what === '' ? '' : ` · ${what}`),
    small(release === '' ? rests : `${release} · ${rests}`),
  ];
}

function releaseText({ released }: SourceSummary, voice: Voice): string {
  if (released === null) return words.noRelease;
  return released.value.kind === 'date' ? words.released(voice.date(released)) : words.noRelease;
}

function oneDocument(view: Extract<Sources, { status: 'one' }>, voice: Voice): Document {
  const { summary, beside, about, facts, corrected } = view;
  const { source } = summary;
  const top: Line[] = summaryLines(summary, voice).slice(1);
  if (source.kind === 'account') {
    const { voice: manner, copyOf } = source.account;
    if (manner !== '') top.unshift(line(words.voice(manner)));
    const original = copyOf === null ? undefined : voice.reader.account(copyOf);
    if (original !== undefined) top.push(small(words.copyOf(original.title)));
    if (beside.length > 0) top.push(small(words.cites(beside)));
  } else {
    const what = [source.work.form, source.work.series].filter((part) => part !== '').join(', ');
    if (what !== '') top.unshift(line(common.capital(what)));
    if (beside.length > 0) top.push(small(words.citedBy(beside)));
  }
  if (corrected !== null) top.push(small(common.readAs(corrected.typed, corrected.read)));
  const isCut = summary.claims > MOST_SOURCE_CLAIMS;
  const ending = disputeEnding([...about, ...facts], null, voice);
  return {
    tone: facts.some(isDisputed) ? 'dispute' : 'plain',
    heading: source.kind === 'account' ? source.account.title : source.work.title,
    items: [
      fact(...top),
      ...about.map((told) => fact(...factLines(told, voice))),
      ...(facts.length === 0 ? [fact(line(words.saysNothing))] : facts.map((told) => fact(...factLines(told, voice)))),
    ],
    closing: [...(isCut ? [small(words.cutAt(MOST_SOURCE_CLAIMS))] : []), ...ending.closing],
    links: [...ending.links, { label: lookups.buttons.sources, command: 'sources', options: {} }],
  };
}
