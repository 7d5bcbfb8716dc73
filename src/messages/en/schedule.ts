import type { ScheduleProblem } from '../../lore/schedule.ts';
import type { Notice } from '../../schedule/sender.ts';

/** Why a channel cannot be written in, and what to do. */
function problemText(problem: ScheduleProblem): string {
  switch (problem) {
    case 'no-channel':
      return 'its channel is gone: choose another one with /lorebook schedule';
    case 'no-access':
      return 'the bot may not write in its channel any more: give it the rights View Channel and Send Messages there, then choose Resume in /lorebook schedule';
    case 'not-a-text-channel':
      return 'its channel is no text channel any more: choose another one with /lorebook schedule';
  }
}

/** The words of scheduled posts. */
export const schedule = {
  problem: problemText,
  /** What those who run a server are told, once. */
  notice: (notice: Notice, channel: string, server: string): string => {
    switch (notice.kind) {
      case 'paused':
        return `“On this day” of ${server} is paused: ${problemText(notice.problem)}.`;
      case 'doubtful':
        return `Whether “On this day” of ${notice.day} reached ${channel} of ${server} is not known: Discord did not say. It was not sent again; look, and choose Post now in /lorebook schedule if it is not there.`;
      case 'refused':
        return `Discord did not take “On this day” of ${notice.day} for ${channel} of ${server} (${notice.why}). It was not sent.`;
    }
  },
} as const;
