import type { EditLog } from '../lore/history.ts';
import type { Standing } from '../lore/permission.ts';
import type { EditTarget } from './edit-target.ts';

/** What is done before anybody has told the lorebook anything. */
const BEGINNING: ReadonlySet<string> = new Set([
  'load-pack',
  'start-anew',
  'greet',
  'settings',
  'schedule',
  'backup',
  'undo',
]);
/** More than that many are not read one by one. */
const MOST_READ = 100;

/** Whoever greets: the bot itself. */
const BOT: Standing = { actor: { ref: 'bot', name: 'Concordance' }, level: 'admin', isOwnOnly: false };

/** True while nothing in it is anybody's work: then it may be replaced without a copy. */
export function isUntouched(log: EditLog): boolean {
  const edits = log.edits({ limit: MOST_READ });
  return edits.length < MOST_READ && edits.every(({ op }) => BEGINNING.has(op));
}

/** Notes that the server was greeted; false where it was already. */
export function noteGreeting(target: Pick<EditTarget, 'write' | 'at'>, isGreeted: boolean): boolean {
  if (isGreeted) return false;
  target.write.transaction((session) => {
    session.record({ actor: BOT.actor, op: 'greet', target: 'lorebook', at: target.at });
    session.setSetting('greeted', true);
  });
  return true;
}

/** Takes over into a fresh lorebook how the server used the one before; the server stays greeted. */
export function carryOver(
  fresh: Pick<EditTarget, 'write' | 'by' | 'at'>,
  from: 'starter' | 'empty',
  settings: Readonly<Record<string, unknown>>,
): void {
  fresh.write.transaction((session) => {
    session.record({ actor: fresh.by.actor, op: 'start-anew', target: 'lorebook', after: { from }, at: fresh.at });
    session.setSetting('greeted', true);
    for (const [name, value] of Object.entries(settings)) session.setSetting(name, value);
  });
}
