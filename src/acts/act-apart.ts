import type { ActContext, Input, Reply } from '../../commands/command.ts';
import type { Surroundings } from '../../commands/surroundings.ts';
import type { JobProblem } from '../jobs/job.ts';
import { isRunning, startThread } from '../jobs/start-job.ts';
import { ok, type Result } from '../lore/result.ts';
import { TakesLong } from '../lorebook/effort.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { importActs } from '../messages/en/import.ts';
import type {
  ActData,
  ActOrder,
  Errand,
  ErrandAsked,
  ErrandDone,
  PlainReply,
  ReadFile,
  Surveyed,
} from './act-order.ts';

/** True for what an act throws that turns out to be long: nothing of it was done. */
export function isLong(error: unknown): boolean {
  return error instanceof TakesLong;
}

/** Does an act again from its beginning in a thread of its own, so that others are answered meanwhile. */
export async function actApart(
  order: Omit<ActOrder, 'path'>,
  { lorebook, around, files }: Pick<ActContext, 'lorebook' | 'around' | 'files'>,
): Promise<Result<Reply, JobProblem>> {
  const { path } = lorebook;
  if (isRunning(path)) return ok({ kind: 'refused', message: importActs.busy });
  const data: ActData = { ...order, path, around: surveyed(lorebook, order.input, around), files: await read(files) };
  const file = new URL('./worker.mjs', import.meta.url);
  const thread = startThread<PlainReply, ErrandAsked>(file, data, async (asked, worker) => {
    const done: ErrandDone = { id: asked.id, outcome: await run(around, asked.errand, asked.given) };
    worker.postMessage(done);
  });
  // While it writes, nobody's edit waits for it: the thread that answers must not stand still.
  lorebook.waitForOthers(0);
  const done = await thread.done.finally(() => {
    if (lorebook.isOpen) lorebook.waitForOthers(null);
  });
  if (!done.ok) return done;
  const reply = done.value;
  return ok(reply.kind === 'card' ? { ...reply, json: () => ({}) } : reply);
}

async function read(files: ActContext['files']): Promise<Readonly<Record<string, ReadFile>>> {
  const entries = Object.entries(files).map(
    async ([option, file]) => [option, { name: file.name, bytes: await file.read(file.size) }] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function surveyed({ settings, setting }: Lorebook, { values }: Input, around: Surroundings): Surveyed {
  const { roles, review_channel, changes_channel } = settings();
  const schedule = setting('schedule');
  const posted = schedule instanceof Object && 'channel' in schedule ? String(schedule.channel) : null;
  const channels = [review_channel, changes_channel, posted, ...values].filter((id) => id !== null);
  const { guildId, channelId, serverName, mostFileBytes } = around;
  return {
    guildId,
    channelId,
    serverName,
    mostFileBytes,
    roles: Object.fromEntries(
      [...roles.scribe, ...roles.keeper, ...values].flatMap((id) => around.roleNames([id]).map((name) => [id, name])),
    ),
    channels: Object.fromEntries(
      channels.map((id) => [id, { name: around.channelNames([id])[0] ?? null, problem: around.postingProblem(id) }]),
    ),
  };
}

function run(around: Surroundings, errand: Errand, given: readonly unknown[]): Promise<unknown> {
  switch (errand) {
    case 'post':
      return around.post(...(given as Parameters<Surroundings['post']>));
    case 'replace':
      return around.replace(...(given as Parameters<Surroundings['replace']>));
    case 'message':
      return around.message(...(given as Parameters<Surroundings['message']>));
  }
}
