import type { EditId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import { ok, type Result } from '../lore/result.ts';
import type { Schedule, ScheduleProblem } from '../lore/schedule.ts';
import { type EditTarget, gate } from './edit-target.ts';

type Target = Pick<EditTarget, 'write' | 'by' | 'at'>;

/** Sets, changes or (null) ends the schedule of a server; audited, and undone like any other edit. */
export function setSchedule(target: Target, before: Schedule | null, after: Schedule | null): Result<EditId, Refusal> {
  const allowed = gate(target, 'set up the lorebook');
  return allowed.ok ? ok(record(target, before, after)) : allowed;
}

/** The bot itself pauses it, because it cannot write there. */
export function pauseSchedule(
  target: Pick<EditTarget, 'write' | 'at'>,
  before: Schedule,
  problem: ScheduleProblem,
): void {
  const by = { actor: { ref: 'bot', name: 'Concordance' }, level: 'admin', isOwnOnly: false } as const;
  record({ ...target, by }, before, { ...before, paused: true, problem });
}

function record({ write, by, at }: Target, before: Schedule | null, after: Schedule | null): EditId {
  return write.transaction((session) => {
    const edit = session.record({ actor: by.actor, op: 'schedule', target: 'lorebook', before, after, at });
    session.setSetting('schedule', after);
    return edit;
  });
}
