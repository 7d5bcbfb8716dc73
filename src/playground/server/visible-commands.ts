import type { JsonObject } from '../loopback/json.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import { guildPermissions, hasPermission } from '../loopback/permissions.ts';
import type { TabPlace } from './place.ts';

const CHAT_INPUT = 1;
const IN_SERVERS = 0;

export interface CommandView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly JsonObject[];
}

/** The slash commands that Discord's client would offer this person on this server. */
export function visibleCommands(discord: LoopbackDiscord, place: TabPlace): readonly CommandView[] {
  const guild = discord.world.guild(place.guildId);
  const member = guild?.members.get(place.userId);
  if (guild === undefined || member === undefined) return [];
  const bits = guildPermissions(guild, member);
  const isOffered = ({ type, definition }: { readonly type: number; readonly definition: JsonObject }) => {
    const { contexts, default_member_permissions: needed } = definition;
    if (type !== CHAT_INPUT || (Array.isArray(contexts) && !contexts.includes(IN_SERVERS))) return false;
    if (needed === undefined || needed === null || hasPermission(bits, 'administrator')) return true;
    const wanted = BigInt(String(needed));
    return wanted !== 0n && (bits & wanted) === wanted;
  };
  return discord
    .visibleCommands(place.guildId)
    .filter(isOffered)
    .map(({ id, name, definition }) => ({
      id,
      name,
      description: typeof definition.description === 'string' ? definition.description : '',
      options: Array.isArray(definition.options) ? definition.options : [],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
