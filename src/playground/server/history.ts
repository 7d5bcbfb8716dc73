import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import { type MessageView, messageView } from './message-view.ts';
import type { TabPlace } from './place.ts';

export interface HistoryPage {
  readonly messages: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export interface HistoryQuery {
  /** The page ends before this message. */
  readonly before?: string | undefined;
  /** The page begins after this message. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A stretch of a channel as one person sees it, oldest first: the end of it unless the query says otherwise. */
export function historyPage(discord: LoopbackDiscord, place: TabPlace, query: HistoryQuery): HistoryPage {
  const all = discord.messages(place.channelId, place.userId);
  const [from, to] = stretch(all, query);
  return {
    messages: all.slice(from, to).map((message) => messageView(discord, message)),
    hasOlder: from > 0,
    hasNewer: to < all.length,
  };
}

// Ids grow with time, so a message that was deleted meanwhile still marks a place.
function stretch(all: readonly { readonly id: string }[], { before, after, limit }: HistoryQuery): [number, number] {
  if (after !== undefined) {
    const found = all.findIndex((message) => BigInt(message.id) > BigInt(after));
    const from = found === -1 ? all.length : found;
    return [from, Math.min(all.length, from + limit)];
  }
  const found = before === undefined ? -1 : all.findIndex((message) => BigInt(message.id) >= BigInt(before));
  const to = found === -1 ? all.length : found;
  return [Math.max(0, to - limit), to];
}
