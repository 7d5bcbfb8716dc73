import { MessageFlags } from 'discord.js';
import type { ActContext, Input, Options, Reply } from '../../commands/command.ts';
import type { Doing } from '../acts/act-order.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { importWords, jobProblemText } from '../messages/en/import.ts';
import { filesOf } from './inputs.ts';
import { tellNews } from './news.ts';
import { type Progress, progressOn } from './progress.ts';
import { BrokenLate } from './recover.ts';
import { type Answerable, respond } from './respond.ts';
import type { RouterParts } from './router.ts';
import { standingOf } from './standing.ts';
import { surroundingsOf } from './surroundings.ts';

/** Work on more rows than this may take the thread that answers longer than a heartbeat. */
const BRIEF_ROWS = 10_000;
/** How often somebody who waits is told that it goes on; most of it comes too early to be shown. */
const TELL_EVERY_MS = 1_000;

/** What somebody does, and what of it is needed to do it again elsewhere. */
export interface Deeds {
  readonly doing: Doing;
  readonly options: Options;
  readonly input: Input;
  readonly isSlow: boolean;
  run(context: ActContext): Reply | Promise<Reply>;
}

/**
 * Runs something that may change the lorebook. What takes long is acknowledged first; what turns out to be long is begun
 * anew in a thread of its own.
 */
export async function act(
  interaction: Answerable,
  parts: RouterParts,
  lorebook: Lorebook,
  deeds: Deeds,
): Promise<void> {
  const { guildId, channelId, client, attachmentSizeLimit: mostFileBytes } = interaction;
  const progress = progressOn(interaction, parts.clock);
  let { isSlow } = deeds;
  const working = (sentence: string): void => (isSlow ? progress.show(sentence) : undefined);
  const asked = { mostFileBytes, speed: parts.latencies?.of(guildId) ?? null, working };
  const context: ActContext = {
    lorebook,
    by: standingOf(interaction, lorebook.settings()),
    at: parts.clock(),
    around: surroundingsOf(client, guildId, channelId, parts, asked),
    files: filesOf(interaction, parts.apiUrl),
    briefly: (work) => lorebook.briefly(BRIEF_ROWS, work),
  };
  const defer = () => interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (isSlow) await defer();
  const before = lorebook.saves();
  let isApart = false;
  try {
    const reply = await attempt(context, deeds, parts, async () => {
      if (!isSlow) await defer();
      isSlow = true;
      isApart = true;
      return progress;
    });
    await progress.end();
    await respond(interaction, reply, isSlow);
    if (reply.kind !== 'form') await tellNews(interaction, lorebook, parts.news, parts.log);
  } catch (error) {
    throw lorebook.saves() === before && !isApart ? error : new BrokenLate(error);
  } finally {
    // A lorebook that was deleted or replaced meanwhile has nothing to tell.
    if (guildId !== null && lorebook.isOpen) parts.acted?.(guildId, lorebook, context.around);
  }
}

async function attempt(
  context: ActContext,
  { run, doing, options, input }: Deeds,
  { apart }: RouterParts,
  beginLong: () => Promise<Progress>,
): Promise<Reply> {
  try {
    return await run(context);
  } catch (error) {
    if (!apart.isLong(error)) throw error;
  }
  const progress = await beginLong();
  const timer = setInterval(() => progress.show(importWords.checking), TELL_EVERY_MS);
  const { by, at } = context;
  try {
    const done = await apart.act({ doing, options, input, by, at }, context);
    return done.ok ? done.value : { kind: 'refused', message: jobProblemText(done.problem) };
  } finally {
    clearInterval(timer);
  }
}
