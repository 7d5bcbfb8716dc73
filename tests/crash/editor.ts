// The process that is killed: it edits one lorebook without end through the real use cases, and says each edit's token
// and id only after the edit was committed. Arguments: folder, seed, name of this run, and after how many it stops.
import { readSync, writeSync } from 'node:fs';
import { addClaims } from '../../src/edit/add-claims.ts';
import { addEntities } from '../../src/edit/add-entities.ts';
import { changeSettings } from '../../src/edit/change-settings.ts';
import type { EditTarget } from '../../src/edit/edit-target.ts';
import { rule } from '../../src/edit/rule.ts';
import { starterPack, stock } from '../../src/edit/stock.ts';
import { planUndo, undo } from '../../src/edit/undo.ts';
import type { EditId } from '../../src/lore/ids.ts';
import type { ClaimCells } from '../../src/lore/intake/claim-columns.ts';
import type { Standing } from '../../src/lore/permission.ts';
import { openShelf } from '../../src/lorebook/shelf.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { chance } from '../bench/seeded.ts';
import { LOREBOOK } from './lorebook-file.ts';
import type { Intent, Told } from './told.ts';

const [folder = '', seed = '0', run = 'run', most = 'Infinity'] = process.argv.slice(2);
const by: Standing = { actor: { ref: 'editor', name: 'Editor' }, level: 'admin', isOwnOnly: false };
const { below, pick } = chance(Number(seed));

/** Synchronous, so that a line is out before the next edit begins. */
function say(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

say({ at: 'ready' });
readSync(0, Buffer.alloc(1));

const PEOPLE = Array.from({ length: 80 }, (_, n) => `Person ${n}`);
const OFFICES = Array.from({ length: 30 }, (_, n) => `Office ${n}`);
const TOWN = Array.from({ length: 550 }, (_, n) => `Townsman ${n}`);
const WORK = 'Rolls of the Harbour';
const ACCOUNTS = ['The harbour log', 'The ballads', 'The letters'];
const year = (): string => String(1200 + below(60));

const empty = starterPack(null);
if (!empty.ok) throw new Error('the empty pack has faults');
// There from the beginning: what one undo takes away and another brings back could leave namesakes behind.
const pack: Pack = {
  ...empty.value,
  entities: [...PEOPLE, ...OFFICES, ...TOWN].map((name, row) => ({
    place: { file: 'entities', row },
    value: { name, kind: name.startsWith('Office') ? 'office' : 'person', aliases: [] },
  })),
  works: [{ place: { file: 'works', row: 0 }, value: { title: WORK, kind: 'ledger', tier: 0 } }],
};
const shelf = openShelf(folder, Date.now, (fresh) => void stock(fresh, pack, by.actor, Date.now()));
const opened = shelf.open(LOREBOOK);
if (!opened.ok) throw new Error(opened.problem.kind);
const lorebook = opened.value;
const target = (): EditTarget => ({ ...lorebook, by, at: Date.now() });
const lastEdit = (): number => lorebook.log.edits({ limit: 1 })[0]?.id ?? 0;

/** Few people and few years, so that findings open and close all the time. */
function cells(key: string, subject: string = pick(PEOPLE)): ClaimCells {
  const common = { subject, work: WORK, qualifiers: 'manner=told', key };
  const statement = `Told as ${key}.`;
  if (!subject.startsWith('Town') && below(4) === 0) {
    return { ...common, statement, predicate: 'holds_position', value: pick(OFFICES), date: `${year()}/1265` };
  }
  return { ...common, statement, predicate: pick(['born', 'died']), value: year() };
}

function addRows(token: string, count: number, isBroken: boolean): boolean {
  const rows = Array.from({ length: count }, (_, line) => ({
    line,
    cells: cells(`${token}.${line}`, count > 100 ? TOWN[line] : undefined),
  }));
  const all = isBroken ? [...rows, { line: count, cells: { subject: 'Person 1', predicate: 'born' } }] : rows;
  const options = { canCreate: true, isPartial: false, isDryRun: false };
  const done = addClaims(target(), pick(ACCOUNTS), all, options);
  if (done.ok && !done.value.isWritten && !isBroken) throw new Error(JSON.stringify(done.value.faults[0]));
  return done.ok && done.value.isWritten;
}

/** What is done next, and how; null where it cannot be done just now. */
function next(token: string): { readonly intent: Intent; readonly work: () => boolean } | null {
  const roll = below(100);
  if (roll < 40) return claims(token, 1);
  if (roll < 55) return claims(token, 2 + below(30));
  // More than that many are checked with everything else: another way through the code.
  if (roll < 56) return claims(token, TOWN.length);
  if (roll < 62) return { intent: { kind: 'refused', token }, work: () => addRows(token, 5, true) };
  if (roll < 70) return names(token);
  if (roll < 78) return ruling(token);
  if (roll < 82) return setting(token);
  if (roll < 88) return draft(token);
  return takingBack(token);
}

function claims(token: string, rows: number) {
  return { intent: { kind: 'claims', token, rows } as const, work: () => addRows(token, rows, false) };
}

function names(token: string) {
  const own = Array.from({ length: 1 + below(4) }, (_, index) => `${token} name ${index}`);
  const rows = own.map((name, line) => ({ line, cells: { name, aliases: `${name} one|${name} two` } }));
  const options = { canCreate: false, isPartial: false, isDryRun: false };
  const work = (): boolean => {
    const done = addEntities(target(), rows, options);
    return done.ok && done.value.isWritten;
  };
  return { intent: { kind: 'names', token, names: own } as const, work };
}

function ruling(token: string) {
  const open = lorebook.read.findings({ limit: 20 });
  if (open.length === 0) return null;
  const finding = pick(open).id;
  const asked = { finding, kind: 'both', claim: null, note: token, timeline: null } as const;
  return { intent: { kind: 'rule', token, finding } as const, work: () => rule(target(), asked).ok };
}

function setting(token: string) {
  // A channel of its own for each run: digits alone, as ids are.
  const channel = token.replaceAll(/\D/g, '').slice(-18);
  const work = (): boolean => {
    const done = changeSettings(target(), lorebook.settings(), { review_channel: channel });
    return done.ok && done.value !== null;
  };
  return { intent: { kind: 'setting', token, channel } as const, work };
}

/** A preview and its save: the mark and the edit reach the disk together. */
function draft(token: string) {
  const id = lorebook.drafts.add({ at: Date.now(), ref: by.actor.ref, action: 'test', data: { token } });
  const work = (): boolean =>
    lorebook.write.transaction((session) => {
      const edit: EditId = session.record({ actor: by.actor, op: 'test', target: `draft:${token}`, at: Date.now() });
      session.addEntity({ slug: token, name: token, kind: 'thing', continuity: null, about: '', isShared: false });
      return lorebook.drafts.markSaved(id, edit);
    });
  return { intent: { kind: 'draft', token, draft: id } as const, work };
}

function takingBack(token: string) {
  const chosen = pick(lorebook.log.edits({ limit: 12 })).id;
  const plan = planUndo(target(), chosen);
  if (!plan.ok) return null;
  const edits = [plan.value.edit, ...plan.value.later].map(({ id }) => id);
  return { intent: { kind: 'undo', token, edits } as const, work: () => undo(target(), chosen, true).ok };
}

for (let n = 0; n < Number(most); n += 1) {
  const token = `${run}-${n}`;
  const step = next(token);
  if (step === null) continue;
  say({ at: 'intent', intent: step.intent });
  const isDone = step.work();
  if (isDone !== (step.intent.kind !== 'refused')) throw new Error(`${JSON.stringify(step.intent)}: ${isDone}`);
  if (isDone) say({ at: 'done', token, edit: lastEdit() });
}
