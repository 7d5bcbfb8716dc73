import { type PermissionName, permissionBits } from './permissions.ts';
import {
  CHANNEL_TYPE,
  type Channel,
  type ChannelKind,
  type Guild,
  type Member,
  type Overwrite,
  type Role,
  type User,
} from './world/model.ts';
import type { World } from './world/world.ts';

export interface NewGuild {
  readonly name: string;
  /** Made up when left out. */
  readonly ownerId?: string;
  readonly locale?: string;
  readonly id?: string;
}

export interface NewRole {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly color?: number;
}

export interface NewMember {
  readonly username: string;
  readonly displayName?: string;
  /** Someone who is already there, on another server perhaps. */
  readonly userId?: string;
  readonly roles?: readonly string[];
}

export interface NewChannel {
  readonly name: string;
  readonly kind?: ChannelKind;
  readonly parentId?: string;
  readonly topic?: string;
  readonly overwrites?: readonly Overwrite[];
}

/** Building and changing servers: what their owners would do in Discord's own settings. The gateway tells the bot. */
export class WorldBuilder {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A server with the bot in it. */
  createGuild(given: NewGuild): Guild {
    const ownerId = given.ownerId ?? this.#world.addUser({ username: `${given.name} owner` }).id;
    const id = given.id === undefined ? {} : { id: given.id };
    return this.#world.addGuild({ name: given.name, ownerId, locale: given.locale ?? 'en-US', ...id });
  }

  /** The bot is thrown out, or leaves. */
  removeGuild(guildId: string): void {
    this.#world.removeGuild(guildId);
  }

  /** An outage of one server, and its end. */
  setGuildAvailable(guildId: string, available: boolean): void {
    this.#world.setAvailable(guildId, available);
  }

  /** Where Discord itself writes of newcomers. */
  setSystemChannel(guildId: string, channelId: string | null): void {
    this.#world.setSystemChannel(guildId, channelId);
  }

  createRole(guildId: string, given: NewRole): Role {
    const position = this.#guild(guildId).roles.size;
    const permissions = permissionBits(given.permissions ?? []);
    const shared = { guildId, name: given.name, permissions, position, color: given.color ?? 0, botId: null };
    return this.#world.setRole({ ...shared, id: this.#world.ids.next() });
  }

  updateRole(role: Role, change: Partial<Pick<Role, 'name' | 'permissions' | 'color'>>): Role {
    return this.#world.setRole({ ...role, ...change });
  }

  deleteRole(role: Role): void {
    this.#world.removeRole(role.guildId, role.id);
  }

  createUser(given: { username: string; displayName?: string }): User {
    return this.#world.addUser(given);
  }

  createMember(guildId: string, given: NewMember): Member {
    const known = this.#world.user(given.userId ?? '');
    const display = given.displayName === undefined ? {} : { displayName: given.displayName };
    const user = known ?? this.#world.addUser({ username: given.username, ...display });
    return this.#world.addMember(guildId, user, given.roles ?? []);
  }

  setMemberRoles(guildId: string, userId: string, roles: readonly string[]): Member {
    const member = this.#guild(guildId).members.get(userId);
    if (member === undefined) throw new Error(`The user ${userId} is not on the server ${guildId}.`);
    return this.#world.setMember({ ...member, roles });
  }

  removeMember(guildId: string, userId: string): void {
    this.#world.removeMember(guildId, userId);
  }

  createChannel(guildId: string, given: NewChannel): Channel {
    return this.#world.setChannel({
      id: this.#world.ids.next(),
      guildId,
      type: CHANNEL_TYPE[given.kind ?? 'text'],
      name: given.name,
      position: this.#guild(guildId).channels.size,
      parentId: given.parentId ?? null,
      topic: given.topic ?? null,
      overwrites: given.overwrites ?? [],
      recipientId: null,
      botPermissions: null,
    });
  }

  updateChannel(
    channel: Channel,
    change: Partial<Pick<Channel, 'name' | 'topic' | 'overwrites' | 'parentId'>>,
  ): Channel {
    return this.#world.setChannel({ ...(this.#world.channel(channel.id) ?? channel), ...change });
  }

  deleteChannel(channelId: string): void {
    this.#world.removeChannel(channelId);
  }

  /** Says outright what the bot may do in a channel; null: as its roles say. */
  setBotPermissions(channelId: string, names: readonly PermissionName[] | null): Channel {
    const channel = this.#world.channel(channelId);
    if (channel === undefined) throw new Error(`There is no channel ${channelId}.`);
    return this.#world.setChannel({ ...channel, botPermissions: names === null ? null : permissionBits(names) });
  }

  /** Whether a person takes direct messages of the bot. */
  setAcceptsDms(userId: string, acceptsDms: boolean): void {
    const user = this.#world.user(userId);
    if (user !== undefined) this.#world.setUser({ ...user, acceptsDms });
  }

  #guild(id: string): Guild {
    const guild = this.#world.guild(id);
    if (guild === undefined) throw new Error(`There is no server ${id}.`);
    return guild;
  }
}
