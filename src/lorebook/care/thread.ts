import { parentPort, workerData } from 'node:worker_threads';
import type { Examination } from '../../lore/keeping.ts';
import { copyAndExamine, packCopy } from './copy.ts';
import { examine } from './examine.ts';
import { gatherPerson } from './person.ts';
import type { CareOutcome, CareTask } from './task.ts';

// A thread of its own: it does one task and ends.
parentPort?.postMessage(await done(workerData as CareTask));

async function done(task: CareTask): Promise<CareOutcome> {
  switch (task.kind) {
    case 'examine':
      return { kind: 'examined', found: examine(task.path) };
    case 'copy':
      return copied(task, await copyAndExamine(task.path, task.to));
    case 'person':
      return { kind: 'gathered', json: gatherPerson(task.path, task.ref) };
  }
}

function copied(
  { to, packed, mostBytes }: Extract<CareTask, { kind: 'copy' }>,
  found: Examination,
): Extract<CareOutcome, { kind: 'copied' }> {
  return { kind: 'copied', found, isPacked: found.bytes > mostBytes && packCopy(to, packed, mostBytes) };
}
