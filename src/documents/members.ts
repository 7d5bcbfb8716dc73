import type { Members } from '../lookup/members.ts';
import { type Document, fact, type Line, linked, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

const words = lookups.members;

/** `year` as it was typed, for the heading. */
export function membersDocument(view: Members, voice: Voice, year: string | null): Document {
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'members', { year });
    case 'not-recorded': {
      if (view.of === null) {
        return missingDocument(lookups.missing.name(view.typed), view.nearest, voice, somethingToTry(voice));
      }
      const said = year === null ? words.none(view.of.name) : words.noneIn(view.of.name, year);
      return { ...missingDocument(said, [], voice, []), links: [entryLink(view.of, voice)] };
    }
    case 'answered': {
      const { of, members, corrected } = view;
      const ending = disputeEnding(
        members.map((member) => member.fact),
        of,
        voice,
      );
      return {
        tone: members.some((member) => isDisputed(member.fact)) ? 'dispute' : 'plain',
        heading: year === null ? words.heading(of.name) : words.headingIn(of.name, year),
        items: members.map(({ entity, fact: told, isSure }) => {
          const [sentence, ...who] = factLines(told, voice);
          const doubt = told.claims.some((claim) => claim.date !== null) ? words.noEnd : words.notSure;
          const lines: Line[] = [{ text: [{ strong: entity.name }], hasSign: isDisputed(told) }];
          if (sentence !== undefined) lines.push({ text: sentence.text });
          return linked(fact(...lines, ...who, ...(isSure ? [] : [small(doubt)])), entryLink(entity, voice));
        }),
        closing: [
          ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
          ...ending.closing,
        ],
        links: [...ending.links, entryLink(of, voice)],
      };
    }
  }
}
