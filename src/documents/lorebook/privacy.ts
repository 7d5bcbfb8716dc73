import type { PersonCounts } from '../../lore/person.ts';
import { type Document, fact, type Line, type Link, line, small } from '../../messages/document.ts';
import { privacy as words } from '../../messages/en/privacy.ts';

/** What is kept about whoever asks, how long, and what they can do about it. */
export function privacyDocument(counts: PersonCounts): Document {
  const { name, edits, suggestions, statements, drafts } = counts;
  const isKnown = name !== null || drafts > 0;
  return {
    tone: isKnown ? 'plain' : 'empty',
    heading: words.heading,
    items: [
      fact(...(isKnown ? knownLines(counts) : [line(words.nothing)])),
      ...(isKnown ? [fact(line({ strong: words.counts(edits, suggestions, statements, drafts) }))] : []),
      fact(line(words.howLong)),
      fact(line(words.questions), line(words.not), line(words.log)),
    ],
    links: isKnown
      ? [
          doing(words.buttons.file, 'privacy.file'),
          ...(name === null ? [] : [doing(words.buttons.replace, 'privacy.ask')]),
        ]
      : [],
  };
}

export function privacyJson(counts: PersonCounts) {
  return { ...counts };
}

/** Beside the file with what is kept. */
export function fileDocument(): Document {
  return { tone: 'plain', heading: words.fileHeading, items: [fact(line(words.file))], links: [] };
}

/** Asked before a pseudonym takes somebody’s place. */
export function sureDocument(): Document {
  return {
    tone: 'plain',
    heading: words.sureHeading,
    items: [fact(line(words.pseudonymIs)), fact(small(words.cards))],
    links: [
      { ...doing(words.buttons.sure, 'privacy.replace'), style: 'danger' },
      doing(words.buttons.not, 'privacy.show'),
    ],
  };
}

/** Said once it has. */
export function replacedDocument(name: string): Document {
  return {
    tone: 'plain',
    heading: words.doneHeading,
    items: [fact(line(words.done(name)), small(words.cards))],
    links: [],
  };
}

function knownLines({ name }: PersonCounts): Line[] {
  return name === null ? [] : [line(words.key(name))];
}

function doing(label: string, command: string): Link {
  return { label, verb: 'do', command, options: {} };
}
