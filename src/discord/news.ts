import type { Logger } from 'pino';
import type { News } from '../../commands/suggestions/news.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { card } from './card.ts';
import { type Answerable, flags } from './respond.ts';
import { actorRef } from './standing.ts';

/** Whatever somebody waits to hear on a server; null = nothing. */
export type NewsSource = (lorebook: Lorebook, ref: string) => News | null;

/** Tells somebody alone what they wait to hear, after their own answer. Where it cannot be told it waits on. */
export async function tellNews(
  interaction: Answerable,
  lorebook: Lorebook,
  source: NewsSource | undefined,
  log: Logger,
): Promise<void> {
  if (source === undefined || !lorebook.isOpen) return;
  const news = source(lorebook, actorRef(interaction.user.id));
  if (news === null) return;
  let isMarked = false;
  try {
    news.mark(true);
    isMarked = true;
    await interaction.followUp({ components: card(news.document, null), flags: flags(true) });
  } catch (error) {
    // The answer itself was given: nobody should read that it failed. A full disk takes no mark.
    if (isMarked && lorebook.isOpen) news.mark(false);
    log.warn({ err: error, user: interaction.user.id }, 'news could not be told; they wait for the next use');
  }
}
