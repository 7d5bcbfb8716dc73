import { statusDocument, statusJson } from '../../src/documents/lorebook/status.ts';
import { countDisputes } from '../../src/lookup/disputes.ts';
import { refusal } from '../../src/lore/permission.ts';
import { readSchedule } from '../../src/lore/schedule.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand, ActContext, Reply } from '../command.ts';
import { refused } from '../refused.ts';

/** Questions are counted up to here. */
const MOST_QUESTIONS = 2_000;
/** Days of the schedule that are looked back on. */
const POSTS = 30;

export const status = {
  name: 'status',
  description: commands.lorebook.status.description,
  options: [],
  isSlow: true,
  run,
} satisfies ActCommand;

/** Everything of the open lorebook is read before the long look at its file. */
async function run(context: ActContext): Promise<Reply> {
  const { lorebook, around, by } = context;
  const notAllowed = refusal(by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { read, suggestions, posts } = lorebook;
  const now = {
    title: read.profile.title,
    counts: read.counts(),
    disputes: countDisputes(read),
    suggestions: suggestions.waitingCount(),
    questions: lorebook.questions(MOST_QUESTIONS).length,
    lastBackup: lorebook.lastBackup(),
    speed: around.speed(),
    channels: around.kind === 'discord' ? channelsOf(context) : null,
    posts: posts.recent(POSTS),
  };
  const view = { ...now, file: await around.file.examine() };
  return { kind: 'card', document: statusDocument(view), json: () => statusJson(view) };
}

function channelsOf({ lorebook, around }: ActContext) {
  const { review_channel, changes_channel } = lorebook.settings();
  const schedule = readSchedule(lorebook.setting('schedule'));
  const chosen = [review_channel, changes_channel, schedule?.channel ?? null].flatMap((id) => id ?? []);
  return [...new Set(chosen)].map((id) => ({
    name: around.channelNames([id])[0] ?? null,
    problem: around.postingProblem(id),
  }));
}
