import { GROUPS } from '../../../commands/index.ts';
import { ACTIONS, ENDS, FOR_ADMINS, type Row } from './cells.ts';

/** Every command that Discord lists: `lore ask` … */
export const COMMAND_NAMES: readonly string[] = Object.entries(GROUPS).flatMap(([group, list]) =>
  list.flatMap((command) => ('isHidden' in command && command.isHidden === true ? [] : [`${group} ${command.name}`])),
);

/** Every action that a button, a list or a form runs. */
export const ACTION_NAMES: readonly string[] = Object.values(GROUPS)
  .flat()
  .flatMap((command) => ('actions' in command ? (command.actions ?? []) : []))
  .map(({ name }) => name);

export function rowOf(action: string): Row | undefined {
  return ACTIONS[action] ?? (FOR_ADMINS.test(action) ? { least: 'admin', isEnd: ENDS.has(action) } : undefined);
}
