import { independentWitnesses } from '../conflict/witnesses.ts';
import { type Conflicts, type Matter, MOST_MATTERS, type Side } from '../lookup/conflicts.ts';
import { factsOf } from '../lookup/facts.ts';
import type { Entity } from '../lore/entity.ts';
import { FINDING_CLASSES, hasSign } from '../lore/finding.ts';
import type { AccountId } from '../lore/ids.ts';
import { type Document, fact, heading, type Item, type Link, line, linked, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { findings as words } from '../messages/en/findings.ts';
import { lookups } from '../messages/en/lookups.ts';
import { rulings } from '../messages/en/rulings.ts';
import { noteLines, rulingLines, titleOf, whyOf } from './finding-words.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { holdsNothing, somethingToTry } from './tries.ts';
import { factLines, type Voice } from './voice.ts';

export function conflictsDocument(view: Conflicts, voice: Voice): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'conflicts');
    case 'not-recorded':
      return missingDocument(lookups.missing.name(view.typed), view.nearest, voice, somethingToTry(voice));
    case 'name-needed':
      return {
        tone: 'plain',
        heading: words.classes[view.class],
        items: [fact(line(words.nameNeeded))],
        links: [],
      };
    case 'none': {
      if (holdsNothing(voice.reader)) return missingDocument(lookups.missing.empty, [], voice, somethingToTry(voice));
      const about = view.about?.name ?? null;
      const said = view.class === null ? words.none(about) : words.noneOfClass(words.classes[view.class], about);
      const links = view.about === null ? [] : [entryLink(view.about, voice)];
      return { tone: 'plain', heading: words.heading(about), items: [fact(line(said))], links };
    }
    case 'list':
      return listDocument(view, voice);
    case 'one':
      return matterDocument(view.matter, voice);
  }
}

function listDocument(view: Extract<Conflicts, { status: 'list' }>, voice: Voice): Document {
  const { about, matters, corrected, isCut } = view;
  const items = FINDING_CLASSES.flatMap((one): Item[] => {
    const some = matters.filter(({ finding }) => finding.class === one);
    return some.length === 0 ? [] : [heading(words.classes[one]), ...some.map((matter) => matterItem(matter, voice))];
  });
  const signed = matters.filter(({ finding }) => hasSign(finding));
  return {
    tone:
      signed.length > 0
        ? 'dispute'
        : matters.some(({ finding }) => finding.class === 'divergence')
          ? 'timeline'
          : 'plain',
    heading: headingOf(about, matters),
    items,
    closing: [
      ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
      ...(isCut ? [small(words.cut(MOST_MATTERS))] : []),
      ...(voice.reader.isCheckBounded() ? [small(words.bounded)] : []),
    ],
    links: [],
  };
}

/** What is only vaguer, or told in another tone, is no disagreement, and is not called one. */
function headingOf(about: Entity | null, matters: readonly Matter[]): string {
  const [first] = matters;
  const isSilent = first !== undefined && about !== null && !isKept(first.finding);
  return isSilent ? words.silent(about.name, words.classes[first.finding.class]) : words.heading(about?.name ?? null);
}

function matterItem(matter: Matter, voice: Voice): Item {
  const { finding } = matter;
  const timeline = finding.class === 'divergence' ? ` · ${common.inTimeline(voice.timeline(finding.continuity))}` : '';
  const told = fact(
    { text: [{ strong: titleOf(finding, voice) }, timeline], hasSign: hasSign(finding) },
    small(whyOf(matter, voice)),
    ...(isKept(finding) ? [small(words.id(finding.id))] : []),
  );
  return isKept(finding) ? linked(told, matterLink(matter, voice)) : told;
}

/** Derived findings have no card of their own to lead to. */
function isKept({ class: kind }: Matter['finding']): boolean {
  return kind === 'conflict' || kind === 'temporal' || kind === 'divergence';
}

/** A button to one matter in full. */
export function matterLink({ finding }: Matter, voice: Voice): Link {
  return { label: titleOf(finding, voice), command: 'conflicts', options: { about: finding.id } };
}

/** One matter in full: the claims side by side, then why they cannot all be so. */
function matterDocument(matter: Matter, voice: Voice): Document {
  const { finding, sides } = matter;
  const subject = voice.reader.entity(finding.subject);
  const ruled = rulingLines(finding, voice);
  return {
    tone: hasSign(finding) ? 'dispute' : finding.class === 'divergence' ? 'timeline' : 'plain',
    heading: titleOf(finding, voice),
    hasSign: hasSign(finding),
    items: [
      ...(ruled.length === 0 ? [] : [fact(...ruled)]),
      ...sides.flatMap((side, index) => sideItems(side, index + 1, voice)),
      heading(words.why),
      fact(line(whyOf(matter, voice))),
    ],
    closing: [
      ...noteLines(finding, voice),
      small(ruled.length === 0 ? `${words.open} · ${words.id(finding.id)}` : words.id(finding.id)),
    ],
    links: [
      ...(isKept(finding) ? [rulings.buttonTo('rule.begin', finding.id)] : []),
      ...(ruled.length === 0 ? [] : [rulings.buttonTo('rule.revoke', finding.id)]),
      ...(subject === undefined ? [] : [entryLink(subject, voice)]),
    ],
  };
}

function sideItems(side: Side, number: number, voice: Voice): Item[] {
  const copyOf = (id: AccountId): AccountId | null => voice.reader.account(id)?.copyOf ?? null;
  const { accounts, independent } = independentWitnesses(side.claims, copyOf);
  return [
    heading(words.side(number, accounts, independent)),
    ...factsOf(voice.reader, side.claims).map((told) => {
      // The sign stands on the card's heading; once is enough.
      const [sentence, ...who] = factLines(told, voice);
      return sentence === undefined ? fact(...who) : fact({ text: sentence.text }, ...who);
    }),
  ];
}
