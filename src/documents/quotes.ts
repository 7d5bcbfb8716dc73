import type { Quote } from '../lookup/quote.ts';
import { fact, heading, type Item, line, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { passageWords as words } from '../messages/en/passages.ts';
import type { Voice } from './voice.ts';

/** Quotes under a heading that says what they are: text, and no recorded claims. */
export function quoteItems(quotes: readonly Quote[], voice: Voice): readonly Item[] {
  if (quotes.length === 0) return [];
  return [heading(words.heading), ...quotes.map((quote) => fact(line(quoted(quote)), small(sourceOf(quote, voice))))];
}

function quoted({ text, isCut }: Quote): string {
  return words.quote(`${isCut.before ? '… ' : ''}${text}${isCut.after ? ' …' : ''}`);
}

/** The account, what it cites, where in it, of which timeline; and that it is text. */
function sourceOf({ passage, works }: Quote, voice: Voice): string {
  const { reader } = voice;
  const account = common.citing(reader.account(passage.account)?.title ?? '', works);
  const place = [passage.page, passage.section].filter((part) => part !== '');
  const timeline = passage.continuity === null ? [] : [common.inTimeline(voice.timeline(passage.continuity))];
  return [account, [...new Set(place)].join(', '), ...timeline, words.isText].filter((part) => part !== '').join(' · ');
}

/** The same for programs. */
export function quotesJson(quotes: readonly Quote[], voice: Voice) {
  const { reader } = voice;
  return quotes.map(({ passage, text, works }) => ({
    id: passage.id,
    text,
    account: reader.account(passage.account)?.title ?? '',
    works,
    page: passage.page,
    section: passage.section,
    continuity: passage.continuity === null ? null : reader.continuities.get(passage.continuity).slug,
    entities: passage.entities.flatMap((id) => reader.entity(id)?.slug ?? []),
    recorded: false,
  }));
}
