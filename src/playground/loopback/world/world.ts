import type { Changes } from '../changes.ts';
import type { LoopbackClock } from '../clock.ts';
import { channelPermissions, EVERYONE_PERMISSIONS } from '../permissions.ts';
import { SnowflakeSource } from '../snowflake.ts';
import { CHANNEL_TYPE, type Channel, type Guild, type Member, type Role, type User } from './model.ts';

interface LiveGuild extends Guild {
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
}

/** Servers, people, roles and channels. Each part is a value; a change replaces it and is announced. */
export class World {
  readonly bot: User;
  readonly ids: SnowflakeSource;
  readonly #clock: LoopbackClock;
  readonly #changes: Changes;
  readonly #users = new Map<string, User>();
  readonly #guilds = new Map<string, LiveGuild>();
  readonly #channels = new Map<string, Channel>();
  readonly #dms = new Map<string, string>();

  constructor(clock: LoopbackClock, changes: Changes, botName: string) {
    this.#clock = clock;
    this.#changes = changes;
    this.ids = new SnowflakeSource(clock);
    this.bot = this.addUser({ username: botName, bot: true });
  }

  addUser(given: { username: string; displayName?: string; bot?: boolean; id?: string }): User {
    const user: User = {
      id: given.id ?? this.ids.next(),
      username: given.username,
      displayName: given.displayName ?? given.username,
      bot: given.bot ?? false,
      acceptsDms: true,
    };
    this.#users.set(user.id, user);
    return user;
  }

  setUser(user: User): void {
    this.#users.set(user.id, user);
  }

  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  guilds(): readonly Guild[] {
    return [...this.#guilds.values()];
  }

  guild(id: string): Guild | undefined {
    return this.#guilds.get(id);
  }

  addGuild(given: { name: string; ownerId: string; locale: string; id?: string }): Guild {
    const id = given.id ?? this.ids.next();
    const guild: LiveGuild = {
      id,
      name: given.name,
      ownerId: given.ownerId,
      locale: given.locale,
      joinedAtMs: this.#clock.now(),
      available: true,
      systemChannelId: null,
      roles: new Map(),
      members: new Map(),
      channels: new Map(),
    };
    const everyone = { id, guildId: id, name: '@everyone', position: 0, color: 0, botId: null };
    guild.roles.set(id, { ...everyone, permissions: EVERYONE_PERMISSIONS });
    const managed: Role = {
      ...everyone,
      id: this.ids.next(),
      name: this.bot.username,
      position: 1,
      botId: this.bot.id,
      permissions: EVERYONE_PERMISSIONS,
    };
    guild.roles.set(managed.id, managed);
    this.#guilds.set(id, guild);
    this.#join(guild, this.bot, [managed.id]);
    const owner = this.#users.get(given.ownerId);
    if (owner !== undefined) this.#join(guild, owner, []);
    this.#changes.emit({ kind: 'guild-joined', guild });
    return guild;
  }

  removeGuild(id: string): void {
    const guild = this.#mustGuild(id);
    this.#guilds.delete(id);
    for (const channel of guild.channels.keys()) this.#channels.delete(channel);
    this.#changes.emit({ kind: 'guild-left', guild });
  }

  setAvailable(id: string, available: boolean): void {
    const guild = { ...this.#mustGuild(id), available };
    this.#guilds.set(id, guild);
    this.#changes.emit({ kind: available ? 'guild-recovered' : 'guild-outage', guild });
  }

  setSystemChannel(id: string, systemChannelId: string | null): void {
    const guild = { ...this.#mustGuild(id), systemChannelId };
    this.#guilds.set(id, guild);
    this.#changes.emit({ kind: 'guild-updated', guild });
  }

  setRole(role: Role): Role {
    const guild = this.#mustGuild(role.guildId);
    const kind = guild.roles.has(role.id) ? 'role-updated' : 'role-created';
    guild.roles.set(role.id, role);
    this.#changes.emit({ kind, guild, role });
    return role;
  }

  removeRole(guildId: string, roleId: string): void {
    const guild = this.#mustGuild(guildId);
    const role = guild.roles.get(roleId);
    if (role === undefined) return;
    guild.roles.delete(roleId);
    for (const member of guild.members.values()) {
      if (!member.roles.includes(roleId)) continue;
      guild.members.set(member.user.id, { ...member, roles: member.roles.filter((id) => id !== roleId) });
    }
    this.#changes.emit({ kind: 'role-deleted', guild, role });
  }

  addMember(guildId: string, user: User, roles: readonly string[]): Member {
    const guild = this.#mustGuild(guildId);
    const member = this.#join(guild, user, roles);
    this.#changes.emit({ kind: 'member-added', guild, member });
    return member;
  }

  setMember(member: Member): Member {
    const guild = this.#mustGuild(member.guildId);
    guild.members.set(member.user.id, member);
    this.#changes.emit({ kind: 'member-updated', guild, member });
    return member;
  }

  removeMember(guildId: string, userId: string): void {
    const guild = this.#mustGuild(guildId);
    const member = guild.members.get(userId);
    if (member === undefined) return;
    guild.members.delete(userId);
    this.#changes.emit({ kind: 'member-removed', guild, member });
  }

  channel(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  setChannel(channel: Channel): Channel {
    const kind = this.#channels.has(channel.id) ? 'channel-updated' : 'channel-created';
    this.#channels.set(channel.id, channel);
    if (channel.guildId !== null) this.#mustGuild(channel.guildId).channels.set(channel.id, channel);
    this.#changes.emit({ kind, channel });
    return channel;
  }

  removeChannel(id: string): void {
    const channel = this.#channels.get(id);
    if (channel === undefined) return;
    this.#channels.delete(id);
    if (channel.guildId !== null) this.#guilds.get(channel.guildId)?.channels.delete(id);
    this.#changes.emit({ kind: 'channel-deleted', channel });
  }

  /** The direct-message channel between the bot and a person, made on first use. */
  dmWith(user: User): Channel {
    const known = this.#channels.get(this.#dms.get(user.id) ?? '');
    if (known !== undefined) return known;
    const id = this.ids.next();
    this.#dms.set(user.id, id);
    const bare = { position: 0, parentId: null, topic: null, overwrites: [], botPermissions: null };
    return this.setChannel({ ...bare, id, guildId: null, type: CHANNEL_TYPE.dm, name: '', recipientId: user.id });
  }

  /** What a user may do in a channel; null when the user is not there. */
  permissionsIn(channel: Channel, userId: string): bigint | null {
    if (channel.guildId === null) return EVERYONE_PERMISSIONS;
    const guild = this.#guilds.get(channel.guildId);
    const member = guild?.members.get(userId);
    if (guild === undefined || member === undefined) return null;
    if (userId === this.bot.id && channel.botPermissions !== null) return channel.botPermissions;
    return channelPermissions(guild, channel, member);
  }

  #join(guild: LiveGuild, user: User, roles: readonly string[]): Member {
    const member: Member = { user, guildId: guild.id, nick: null, roles, joinedAtMs: this.#clock.now() };
    guild.members.set(user.id, member);
    return member;
  }

  #mustGuild(id: string): LiveGuild {
    const guild = this.#guilds.get(id);
    if (guild === undefined) throw new Error(`There is no server ${id} on this loopback Discord.`);
    return guild;
  }
}
