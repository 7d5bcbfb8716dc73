// The process that is killed: it edits one lorebook without end through the real use cases, and says each edit's token
// and id only after the edit was committed. Arguments: folder, seed, name of this run, and after how many it stops.
import { readSync, writeSync } from 'node:fs';
import { starterPack } from '../../src/edit/pack/stock.ts';
import { openShelf } from '../../src/lorebook/shelf.ts';
import { chance } from '../bench/seeded.ts';
import { begin, type Desk, type Maker, Refused, type Step } from './desk.ts';
import { LOREBOOK } from './lorebook-file.ts';
import { deciding } from './steps/deciding.ts';
import { entries } from './steps/entries.ts';
import { facts } from './steps/facts.ts';
import { inBulk } from './steps/in-bulk.ts';
import { settingUp } from './steps/setting-up.ts';
import { suggesting } from './steps/suggesting.ts';
import { takingBack } from './steps/taking-back.ts';
import { type Told, tokenOf } from './told.ts';

const [folder = '', seed = '0', run = 'a0', most = 'Infinity'] = process.argv.slice(2);

/** Synchronous, so that a line is out before the next edit begins. */
function say(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

say({ at: 'ready' });
readSync(0, Buffer.alloc(1));

const empty = starterPack(null);
if (!empty.ok) throw new Error('the empty pack has faults');
const shelf = openShelf(folder, Date.now, (fresh) => begin(fresh, empty.value));
const opened = shelf.open(LOREBOOK);
if (!opened.ok) throw new Error(opened.problem.kind);
const desk: Desk = { lorebook: opened.value, luck: chance(Number(seed)), folder };

/** What kinds of edits there are, each group as often as said: facts are changed most. */
const GROUPS: readonly (readonly Maker[])[] = [
  facts,
  facts,
  facts,
  facts,
  suggesting,
  suggesting,
  suggesting,
  deciding,
  deciding,
  entries,
  settingUp,
  inBulk,
  inBulk,
  [takingBack],
];

/** More than these, and it is no chance. */
const MOST_REFUSED = 3;
let refused = 0;

for (let n = 0, made = 0; made < Number(most); n += 1) {
  const token = tokenOf(run, n);
  const step = desk.luck.pick(desk.luck.pick(GROUPS))(desk, token);
  if (step === null) continue;
  say({ at: 'intent', intent: step.intent });
  const id = done(step);
  made += 1;
  if (id !== null) say({ at: 'done', token, id });
}

function done({ work }: Step): number | null {
  try {
    return work();
  } catch (error) {
    refused += 1;
    if (!(error instanceof Refused) || refused > MOST_REFUSED) throw error;
    return null;
  }
}
