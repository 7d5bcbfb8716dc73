import type { EditId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import { ok, type Result } from '../lore/result.ts';
import type { ServerSettings } from '../lore/server-settings.ts';
import { type EditTarget, gate } from './edit-target.ts';

/** Changes how a server uses its lorebook; audited, and undone like any other edit. Null where nothing would change. */
export function changeSettings(
  target: Omit<EditTarget, 'log'>,
  now: ServerSettings,
  change: Partial<ServerSettings>,
): Result<EditId | null, Refusal> {
  const allowed = gate(target, 'set up the lorebook');
  if (!allowed.ok) return allowed;
  const entries = Object.entries(change).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name as keyof ServerSettings]),
  );
  if (entries.length === 0) return ok(null);
  const edit = target.write.transaction((session) => {
    const id = session.record({
      actor: target.by.actor,
      op: 'settings',
      target: 'lorebook',
      before: Object.fromEntries(entries.map(([name]) => [name, now[name as keyof ServerSettings]])),
      after: Object.fromEntries(entries),
      at: target.at,
    });
    for (const [name, value] of entries) session.setSetting(name, value);
    return id;
  });
  return ok(edit);
}
