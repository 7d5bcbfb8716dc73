import { PERSONS, type Person, type PlaygroundWorld } from '../founding.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import { CHANNEL_TYPE, type Channel, type Guild } from '../loopback/world/model.ts';

/** Servers, channels, roles and people as the page shows and offers them. */
export interface WorldView {
  readonly bot: { readonly id: string; readonly name: string };
  readonly servers: readonly ServerView[];
  /** Those one can speak as. */
  readonly people: readonly { readonly id: string; readonly person: Person }[];
}

export interface ServerView {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelView[];
  readonly roles: readonly { readonly id: string; readonly name: string; readonly color: number }[];
  readonly members: readonly MemberView[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly topic: string | null;
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  readonly roles: readonly string[];
}

export function worldView(discord: LoopbackDiscord, world: PlaygroundWorld): WorldView {
  return {
    bot: { id: discord.bot.id, name: discord.bot.displayName },
    servers: discord.world.guilds().map(serverView),
    people: PERSONS.map((person) => ({ id: world.people[person], person })),
  };
}

function serverView(guild: Guild): ServerView {
  return {
    id: guild.id,
    name: guild.name,
    channels: [...guild.channels.values()].map(channelView),
    roles: [...guild.roles.values()].map(({ id, name, color }) => ({ id, name, color })),
    members: [...guild.members.values()].map(({ user, nick, roles }) => ({
      id: user.id,
      name: nick ?? user.displayName,
      isBot: user.bot,
      roles,
    })),
  };
}

function channelView({ id, name, type, topic }: Channel): ChannelView {
  return { id, name, type, topic };
}

/** Channels with messages to read and write. */
export function isTextChannel(channel: Channel): boolean {
  return channel.type === CHANNEL_TYPE.text || channel.type === CHANNEL_TYPE.announcement;
}
