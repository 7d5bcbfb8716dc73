import { MessageFlags } from 'discord.js';
import { notice } from './notice.ts';
import type { Answerable } from './respond.ts';

/** Discord takes only so many edits of one message. */
const EVERY_MS = 3_000;
/** What is done by then needs no word in between. */
const FIRST_MS = 8_000;

export interface Progress {
  /** Shows a sentence in the place of the reply to come; most calls only come too early and do nothing. */
  readonly show: (sentence: string) => void;
  /** Waits for the last of them, so that it cannot overtake the reply. */
  end(): Promise<void>;
}

/** What somebody who waits for a slow act sees meanwhile. */
export function progressOn(interaction: Answerable, clock: () => number): Progress {
  let shownAt = clock() + FIRST_MS - EVERY_MS;
  let isEnded = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    show: (sentence) => {
      const now = clock();
      if (isEnded || now - shownAt < EVERY_MS) return;
      shownAt = now;
      // A sentence that does not arrive is no harm: the reply follows.
      last = interaction
        .editReply({ components: notice(sentence), flags: MessageFlags.IsComponentsV2 })
        .catch(() => undefined);
    },
    end: async () => {
      isEnded = true;
      await last;
    },
  };
}
