import type { Comparison } from '../lookup/compare.ts';
import type { Fact } from '../lookup/facts.ts';
import { type Document, fact, heading, type Item, line, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

const words = lookups.compare;

export function compareDocument(view: Comparison, voice: Voice): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'compare', { a: view.a.slug, b: view.b.slug });
    case 'not-recorded':
      return missingDocument(lookups.missing.name(view.typed), view.nearest, voice, somethingToTry(voice));
    case 'unknown-account':
      return missingDocument(
        words.unknownAccount(
          view.typed,
          view.known.map((account) => account.title),
        ),
        [],
        voice,
        [],
      );
    case 'same-account':
      return missingDocument(words.sameAccount(view.account.title), [], voice, []);
    case 'answered':
      return answered(view, voice);
  }
}

function answered(view: Extract<Comparison, { status: 'answered' }>, voice: Voice): Document {
  const { about, a, b, agree, differ, onlyA, onlyB, corrected } = view;
  const section = (title: string, facts: readonly Fact[]): Item[] =>
    facts.length === 0 ? [] : [heading(title), ...facts.map((told) => fact(...factLines(told, voice)))];
  const differences = differ.map((one) =>
    fact(
      line({ strong: words.says(a.title) }),
      ...one.a.flatMap((told) => factLines(told, voice)),
      line({ strong: words.says(b.title) }),
      ...one.b.flatMap((told) => factLines(told, voice)),
    ),
  );
  const items = [
    ...(differences.length === 0 ? [] : [heading(words.differ), ...differences]),
    ...section(words.agree, agree),
    ...section(words.only(a.title), onlyA),
    ...section(words.only(b.title), onlyB),
  ];
  const isEmpty = items.length === 0;
  const told = [...agree, ...onlyA, ...onlyB, ...differ.flatMap((one) => [...one.a, ...one.b])];
  const ending = disputeEnding(told, about, voice);
  return {
    tone: differ.some((one) => [...one.a, ...one.b].some(isDisputed)) ? 'dispute' : isEmpty ? 'empty' : 'plain',
    heading: words.heading(about.name, a.title, b.title),
    items: isEmpty ? [fact(line(words.neither(about.name)))] : items,
    closing: [
      ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
      ...ending.closing,
    ],
    links: [...ending.links, entryLink(about, voice)],
  };
}
