import type { JsonObject } from '../json.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  /** False: the bot gets "Cannot send messages to this user". */
  readonly acceptsDms: boolean;
}

export interface Role {
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly position: number;
  readonly color: number;
  /** The bot this role belongs to, when it came with one. */
  readonly botId: string | null;
}

export interface Member {
  readonly user: User;
  readonly guildId: string;
  readonly nick: string | null;
  readonly roles: readonly string[];
  readonly joinedAtMs: number;
}

export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: number;
  readonly name: string;
  readonly position: number;
  readonly parentId: string | null;
  readonly topic: string | null;
  readonly overwrites: readonly Overwrite[];
  /** The person at the other end of a direct message. */
  readonly recipientId: string | null;
  /** Set to test "the bot may not write here"; otherwise the bot's permissions follow from its roles. */
  readonly botPermissions: bigint | null;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly joinedAtMs: number;
  readonly available: boolean;
  /** Where Discord itself writes of newcomers. */
  readonly systemChannelId: string | null;
  readonly roles: ReadonlyMap<string, Role>;
  readonly members: ReadonlyMap<string, Member>;
  readonly channels: ReadonlyMap<string, Channel>;
}

export interface Attachment {
  readonly id: string;
  readonly channelId: string;
  readonly filename: string;
  readonly description: string | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Which interaction a message answers. */
export interface MessageOrigin {
  readonly interactionId: string;
  readonly kind: 'command' | 'component' | 'modal';
  readonly name: string;
  readonly userId: string;
  readonly sourceMessageId: string | null;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly authorId: string;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly createdAtMs: number;
  readonly editedAtMs: number | null;
  readonly nonce: string | number | null;
  readonly replyTo: string | null;
  readonly origin: MessageOrigin | null;
  /** The only person who sees it, when it is ephemeral. */
  readonly viewerId: string | null;
  readonly mentions: Mentions;
}

/** Whom a message pings. */
export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export const CHANNEL_TYPE = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export type ChannelKind = keyof typeof CHANNEL_TYPE;

export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voice: 1 << 13,
  componentsV2: 1 << 15,
} as const;

/** True while the bot has deferred and not yet answered: people see "is thinking…". */
export function isThinking(message: Message): boolean {
  return (message.flags & MESSAGE_FLAG.loading) !== 0;
}

export function isEphemeral(message: Message): boolean {
  return (message.flags & MESSAGE_FLAG.ephemeral) !== 0;
}

export function isComponentsV2(message: Message): boolean {
  return (message.flags & MESSAGE_FLAG.componentsV2) !== 0;
}

export function isThread(channel: Channel): boolean {
  return channel.type >= CHANNEL_TYPE.announcementThread && channel.type <= CHANNEL_TYPE.privateThread;
}
