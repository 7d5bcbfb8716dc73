import { type Conflicts, type Matter, MOST_MATTERS, type Side } from '../lookup/conflicts.ts';
import { factsOf } from '../lookup/facts.ts';
import { independentAccounts } from '../lookup/independence.ts';
import { FINDING_CLASSES, hasSign } from '../lore/finding.ts';
import type { AccountId } from '../lore/ids.ts';
import { type Document, fact, heading, type Item, type Link, line, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { findings as words } from '../messages/en/findings.ts';
import { lookups } from '../messages/en/lookups.ts';
import { rulingLines, titleOf, whyOf } from './finding-words.ts';
import { entryLink, MOST_LINKS, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, type Voice } from './voice.ts';

export function conflictsDocument(view: Conflicts, voice: Voice): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'conflicts');
    case 'not-recorded':
      return missingDocument(lookups.missing.name(view.typed), view.nearest, voice, somethingToTry(voice));
    case 'none': {
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
    tone: signed.length > 0 ? 'dispute' : 'timeline',
    heading: words.heading(about?.name ?? null),
    items,
    closing: [
      ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
      ...(isCut ? [small(words.cut(MOST_MATTERS))] : []),
    ],
    links: matters.slice(0, MOST_LINKS).map((matter) => matterLink(matter, voice)),
  };
}

function matterItem(matter: Matter, voice: Voice): Item {
  const { finding } = matter;
  const timeline = finding.class === 'divergence' ? ` · ${common.inTimeline(voice.timeline(finding.continuity))}` : '';
  return fact(
    { text: [{ strong: titleOf(finding, voice) }, timeline], hasSign: hasSign(finding) },
    small(whyOf(matter, voice), ` · ${words.id(finding.id)}`),
  );
}

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
    closing: [small(ruled.length === 0 ? `${words.open} · ${words.id(finding.id)}` : words.id(finding.id))],
    links: subject === undefined ? [] : [entryLink(subject, voice)],
  };
}

function sideItems(side: Side, number: number, voice: Voice): Item[] {
  const accounts = new Set<AccountId>(side.claims.map((claim) => claim.account));
  const independent = independentAccounts([...accounts], voice.reader);
  return [
    heading(words.side(number, accounts.size, independent)),
    ...factsOf(voice.reader, side.claims).map((told) => {
      // The sign stands on the card's heading; once is enough.
      const [sentence, ...who] = factLines(told, voice);
      return sentence === undefined ? fact(...who) : fact({ text: sentence.text }, ...who);
    }),
  ];
}
