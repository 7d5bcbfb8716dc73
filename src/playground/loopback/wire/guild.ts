import type { JsonObject } from '../json.ts';
import { CHANNEL_TYPE, type Channel, type Guild, isThread } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { wireMember, wireRoles, wireUser } from './user.ts';

export function wireGuild(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: wireRoles(guild),
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: guild.locale,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** The GUILD_CREATE event: members other than the bot come with their interactions, as without the members intent. */
export function wireGuildCreate(guild: Guild, world: World): JsonObject {
  const bot = guild.members.get(world.bot.id);
  const channels = [...guild.channels.values()];
  return {
    ...wireGuild(guild),
    joined_at: new Date(guild.joinedAtMs).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined ? [] : [wireMember(bot)],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => wireChannel(channel, world)),
    threads: channels.filter(isThread).map((channel) => wireChannel(channel, world)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function wireChannel(channel: Channel, world: World): JsonObject {
  if (channel.type === CHANNEL_TYPE.dm) return wireDm(channel, world);
  const shared = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    flags: 0,
    last_message_id: null,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  };
  if (isThread(channel)) {
    const metadata = {
      archived: false,
      archive_timestamp: new Date(0).toISOString(),
      auto_archive_duration: 4320,
      locked: false,
    };
    const counts = { message_count: 0, member_count: 1, total_message_sent: 0 };
    return { ...shared, owner_id: world.bot.id, thread_metadata: metadata, ...counts };
  }
  return {
    ...shared,
    position: channel.position,
    topic: channel.topic,
    nsfw: false,
    permission_overwrites: channel.overwrites.map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.kind === 'role' ? 0 : 1,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
    ...(channel.type === CHANNEL_TYPE.forum ? { available_tags: [], default_forum_layout: 0 } : {}),
  };
}

function wireDm(channel: Channel, world: World): JsonObject {
  const recipient = world.user(channel.recipientId ?? '');
  const recipients = recipient === undefined ? [] : [wireUser(recipient)];
  return { id: channel.id, type: channel.type, flags: 0, last_message_id: null, recipients };
}
