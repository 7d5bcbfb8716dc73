import type { Channel, Guild, Member, Role } from './world/model.ts';

export const PERMISSION = {
  kickMembers: 1n << 1n,
  banMembers: 1n << 2n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  changeNickname: 1n << 26n,
  manageNicknames: 1n << 27n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  sendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof PERMISSION;

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What everyone may do on a new server. */
export const EVERYONE_PERMISSIONS = permissionBits([
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'attachFiles',
  'readMessageHistory',
  'addReactions',
  'useExternalEmojis',
  'changeNickname',
  'useApplicationCommands',
  'sendMessagesInThreads',
]);

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSION[name], 0n);
}

export function hasPermission(bits: bigint, name: PermissionName): boolean {
  return (bits & PERMISSION.administrator) !== 0n || (bits & PERMISSION[name]) !== 0n;
}

/** What a member may do on the whole server: the owner and administrators everything, others what their roles add up to. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.user.id) return ALL_PERMISSIONS;
  const bits = rolesOf(guild, member).reduce((sum, role) => sum | role.permissions, 0n);
  return (bits & PERMISSION.administrator) === 0n ? bits : ALL_PERMISSIONS;
}

/** What a member may do in one channel, by Discord's order: everyone's overwrite, the roles' together, the member's own. */
export function channelPermissions(guild: Guild, channel: Channel, member: Member): bigint {
  const base = guildPermissions(guild, member);
  if (base === ALL_PERMISSIONS) return base;
  const mine = new Set(member.roles);
  const everyone = channel.overwrites.filter((overwrite) => overwrite.id === guild.id);
  const roles = channel.overwrites.filter((overwrite) => overwrite.kind === 'role' && mine.has(overwrite.id));
  const own = channel.overwrites.filter((overwrite) => overwrite.kind === 'member' && overwrite.id === member.user.id);
  return [everyone, roles, own].reduce((bits, layer) => {
    const deny = layer.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = layer.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

function rolesOf(guild: Guild, member: Member): readonly Role[] {
  const everyone = guild.roles.get(guild.id);
  const held = member.roles.flatMap((id) => guild.roles.get(id) ?? []);
  return everyone === undefined ? held : [everyone, ...held];
}
