import { numberOr, textOr } from '../json.ts';
import { guildPermissions, hasPermission } from '../permissions.ts';
import type { LoopbackState } from '../state.ts';
import type { StoredCommand } from '../world/commands.ts';
import type { Standpoint } from './actor.ts';

const GUILD = 0;
const BOT_DM = 1;

/** Whether Discord's client would show the command to this person here. */
export function mayUseCommand(state: LoopbackState, command: StoredCommand, at: Standpoint): boolean {
  const { contexts, dm_permission, default_member_permissions } = command.definition;
  if (Array.isArray(contexts) && !contexts.includes(at.guildId === null ? BOT_DM : GUILD)) return false;
  if (at.guildId === null) return dm_permission !== false || Array.isArray(contexts);
  const guild = state.world.guild(at.guildId);
  const member = guild?.members.get(at.userId);
  if (guild === undefined || member === undefined) return false;
  const bits = guildPermissions(guild, member);
  if (!hasPermission(bits, 'useApplicationCommands')) return false;
  const needed = neededBits(default_member_permissions);
  if (needed === null || hasPermission(bits, 'administrator')) return true;
  // "0" hides a command from everyone but administrators.
  return needed !== 0n && (bits & needed) === needed;
}

function neededBits(value: unknown): bigint | null {
  if (typeof value === 'number') return BigInt(numberOr(value, 0));
  return typeof value === 'string' ? BigInt(textOr(value, '0')) : null;
}
