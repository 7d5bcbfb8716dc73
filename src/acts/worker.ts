import { parentPort, workerData } from 'node:worker_threads';
import type { ActCommand, Action, Input, Options, Reply } from '../../commands/command.ts';
import { isAct } from '../../commands/command.ts';
import { GROUPS } from '../../commands/index.ts';
import type { UploadedFile } from '../../commands/surroundings.ts';
import type { JobMessage } from '../jobs/job.ts';
import { openLorebook, openProblemOf } from '../lorebook/open.ts';
import type { ActData, Doing, ErrandAsked, ErrandDone, PlainReply, ReadFile } from './act-order.ts';
import { aroundApart, type Run } from './around-apart.ts';

const waiting = new Map<number, (outcome: unknown) => void>();
parentPort?.on('message', ({ id, outcome }: ErrandDone) => {
  waiting.get(id)?.(outcome);
  waiting.delete(id);
});

let errands = 0;
const run: Run = (errand, given) => {
  errands += 1;
  const id = errands;
  say({ kind: 'errand', id, errand, given });
  return new Promise((resolve) => waiting.set(id, resolve));
};

say(await outcomeOf(workerData as ActData));
// Nothing more is asked: the thread ends.
parentPort?.close();

async function outcomeOf(data: ActData): Promise<JobMessage> {
  const { path, options, input, by, at } = data;
  const opened = openLorebook(path, Date.now);
  if (!opened.ok) return { kind: 'failed', problem: { kind: 'lorebook', problem: opened.problem } };
  const lorebook = opened.value;
  try {
    const around = aroundApart(data.around, run);
    const files = Object.fromEntries(Object.entries(data.files).map(([option, file]) => [option, uploaded(file)]));
    const act = actOf(data.doing, options, input);
    const reply = await act({ lorebook, by, at, around, files, briefly: (work) => work() });
    return { kind: 'done', output: plain(reply) };
  } catch (error) {
    const problem = openProblemOf(error, path);
    if (problem !== undefined) return { kind: 'failed', problem: { kind: 'lorebook', problem } };
    return { kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    lorebook.close();
  }
}

type Act = (context: Parameters<Action['run']>[0]) => Reply | Promise<Reply>;

function actOf(doing: Doing, options: Options, input: Input): Act {
  if (doing.kind === 'command') {
    const command = GROUPS[doing.group]?.find(({ name }) => name === doing.name);
    if (command === undefined || !isAct(command)) throw new Error(`no act ${doing.group} ${doing.name}`);
    return (context) => command.run(context, options);
  }
  const acts: readonly ActCommand[] = Object.values(GROUPS).flat().filter(isAct);
  const action = acts.flatMap(({ actions }) => actions ?? []).find(({ name }) => name === doing.name);
  if (action === undefined) throw new Error(`no action ${doing.name}`);
  return (context) => action.run(context, options, input);
}

function uploaded({ name, bytes }: ReadFile): UploadedFile {
  return { name, size: bytes.byteLength, read: () => Promise.resolve(bytes) };
}

function plain(reply: Reply): PlainReply {
  if (reply.kind !== 'card') return reply;
  const { json: _, ...rest } = reply;
  return rest;
}

function say(message: JobMessage | ErrandAsked): void {
  parentPort?.postMessage(message);
}
