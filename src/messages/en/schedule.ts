import type { Post } from '../../lore/post.ts';
import type { PostingProblem } from '../../lore/posting-problem.ts';
import type { OnEmptyDay, ScheduleProblem } from '../../lore/schedule.ts';
import type { PostedNow } from '../../schedule/post-now.ts';
import type { Notice } from '../../schedule/sender.ts';
import { common } from './common.ts';

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

const EMPTY: Readonly<Record<OnEmptyDay, string>> = {
  silence: 'nothing is posted',
  month: 'what is dated to the month alone is posted',
  fact: 'an undated fact is posted, none twice within 60 days',
};

/** The words of scheduled posts and of setting them up. */
export const schedule = {
  problem: problemText,
  heading: 'On this day, posted by itself',
  none: 'Nothing is posted by itself yet. Choose a channel and a time: /lorebook schedule channel:#general time:09:00.',
  where: (channel: string | null): string => (channel === null ? 'in a channel that is gone' : `in #${channel}`),
  when: (days: string, time: string, zone: string): string => `${common.capital(days)} at ${time} (${zone})`,
  time: (hour: number, minute: number): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  next: (day: string, time: string): string => `Next on ${day} at ${time}.`,
  paused: (problem: ScheduleProblem | null): string =>
    problem === null ? 'Paused: nothing is posted until you choose Resume.' : `Paused: ${problemText(problem)}.`,
  empty: (empty: OnEmptyDay): string => `On a day on which nothing happened ${EMPTY[empty]}.`,
  emptyChoices: { silence: 'silence', month: 'this month', fact: 'a fact for the day' } satisfies Record<
    OnEmptyDay,
    string
  >,
  role: (name: string | null): string =>
    name === null ? 'Nobody is mentioned.' : `Mentions @${name}, and nobody else.`,
  roleGone: 'The role it mentioned is gone: nobody is mentioned.',
  spread: (own: number, most: number): string =>
    `Many servers share an hour, so posts are spread over ${common.count(Math.round(most / 60), 'minute', 'minutes')}: this one begins ${own < 60 ? common.count(own, 'second', 'seconds') : `${Math.floor(own / 60)} min ${own % 60} s`} after its time, always the same.`,
  recent: 'The last days',
  became: (post: Pick<Post, 'status' | 'reason'>): string => {
    switch (post.status) {
      case 'sent':
        return 'posted';
      case 'empty':
        return 'nothing happened on it';
      case 'missed':
        return post.reason === 'paused'
          ? 'not posted: it was paused'
          : 'missed: the bot was away for more than six hours';
      case 'doubtful':
        return 'in doubt: Discord did not say whether it arrived, and it was not sent again';
      case 'refused':
        return `refused by Discord (${post.reason})`;
      case 'claimed':
      case 'held':
        return 'under way';
    }
  },
  buttons: {
    preview: 'Preview',
    now: 'Post now',
    pause: 'Pause',
    resume: 'Resume',
    nobody: 'Mention nobody',
  },
  saved: 'Saved.',
  previewed: 'A preview of today’s post: only you see it.',
  nothingToday: 'Today nothing would be posted: nothing happened on this day, and empty days are passed in silence.',
  needsBoth: 'A channel and a time are needed: /lorebook schedule channel:#general time:09:00. Nothing was changed.',
  needsSchedule: 'Nothing is scheduled yet: choose a channel and a time first.',
  badTime: (typed: string): string =>
    `“${typed}” is no time of day: write hours from 0 to 23 and minutes from 00 to 59, such as 09:00. Nothing was changed.`,
  badDays: (typed: string): string =>
    `“${typed}” names no days of the week: write every day, weekdays, mon-fri or Monday and Thursday. Nothing was changed.`,
  badEmpty: (typed: string): string =>
    `“${typed}” is nothing to do on an empty day: choose silence, this month or a fact for the day. Nothing was changed.`,
  badPause: (typed: string): string => `“${typed}” is neither yes nor no: write true or false. Nothing was changed.`,
  badRole: 'That is not a role of this server that can be mentioned alone: choose another one. Nothing was changed.',
  badChannel: (name: string | null, problem: PostingProblem): string => {
    const which = name === null ? 'That channel' : `#${name}`;
    switch (problem.kind) {
      case 'no-such-channel':
        return `${which} is not a channel of this server that the bot can see: choose another one. Nothing was changed.`;
      case 'not-a-text-channel':
        return `${which} is a thread, a forum or a voice channel: choose a text channel. Nothing was changed.`;
      case 'missing-permissions':
        return `${which} is closed to the bot: give it ${common.and(problem.permissions)} there and try again. Nothing was changed.`;
    }
  },
  postedNow: (posted: PostedNow): string => {
    switch (posted.kind) {
      case 'sent':
        return 'Posted. It is today’s post: none follows at its hour.';
      case 'no-schedule':
        return schedule.needsSchedule;
      case 'already':
        return 'Today’s post is there already: it is never posted twice.';
      case 'empty':
        return schedule.nothingToday;
      case 'busy':
        return 'A post of this server is under way: look at the channel, and try again in a minute.';
      case 'unknown':
        return 'Discord did not say whether it arrived. It is asked again for two minutes; then /lorebook schedule says what is known.';
      case 'not-sent':
        return 'Discord could not take it just now. It is tried again by itself.';
      case 'refused':
        return posted.problem === null
          ? `Discord did not take it (${posted.why}).`
          : `It could not be posted: ${problemText(posted.problem)}.`;
    }
  },
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
