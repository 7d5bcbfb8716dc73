import type { JsonObject } from '../json.ts';
import type { Guild, Member, Role, User } from '../world/model.ts';

export function wireUser(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    global_name: user.bot ? null : user.displayName,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    bot: user.bot,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  };
}

/** What the bot is told about itself. */
export function wireSelf(user: User): JsonObject {
  return { ...wireUser(user), mfa_enabled: false, locale: 'en-US', verified: true, email: null };
}

export function wireMember(member: Member): JsonObject {
  return {
    user: wireUser(member.user),
    nick: member.nick,
    roles: member.roles,
    joined_at: new Date(member.joinedAtMs).toISOString(),
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    premium_since: null,
    flags: 0,
    pending: false,
    mute: false,
    deaf: false,
  };
}

export function wireRole(role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.botId !== null,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(role.botId === null ? {} : { tags: { bot_id: role.botId } }),
  };
}

export function wireRoles(guild: Guild): readonly JsonObject[] {
  return [...guild.roles.values()].map(wireRole);
}
