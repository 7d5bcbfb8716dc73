import { ChannelType, type Client, DiscordAPIError, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { FilePort, PostingProblem, SchedulePort, ShelfPort, Surroundings } from '../../commands/surroundings.ts';
import type { Speed } from '../lore/keeping.ts';
import type { Document } from '../messages/document.ts';
import { card } from './card.ts';
import { LIMITS } from './limits.ts';
import { userOfRef } from './standing.ts';

/** What the bot needs to write a card in a channel. */
const NEEDED = { ViewChannel: 'View Channel', SendMessages: 'Send Messages' } as const;
const TEXT_CHANNELS: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** What is known only while somebody waits for an answer. */
export interface Asked {
  /** The largest file Discord takes here, in bytes. */
  readonly mostFileBytes?: number;
  readonly speed?: Speed | null;
  /** Shows what a slow act is at. */
  readonly working?: (sentence: string) => void;
}

/** What can be reached of Discord from one server, and one channel in it. */
export function surroundingsOf(
  client: Client,
  guildId: string | null,
  channelId: string | null,
  { shelf, schedule }: { readonly shelf: ShelfPort; readonly schedule: SchedulePort },
  { mostFileBytes = LIMITS.fileBytes, speed = null, working = () => {} }: Asked = {},
): Surroundings {
  return {
    kind: 'discord',
    guildId,
    channelId,
    schedule,
    mostFileBytes,
    serverName: guildId === null ? null : (client.guilds.cache.get(guildId)?.name ?? null),
    working,
    speed: () => speed,
    get file(): FilePort {
      if (guildId === null) throw new Error('a lorebook belongs to a server');
      return shelf(guildId);
    },
    channelNames: (ids) => {
      const channels = guildId === null ? undefined : client.guilds.cache.get(guildId)?.channels.cache;
      return ids.flatMap((id) => channels?.get(id)?.name ?? []);
    },
    roleNames: (ids) => {
      const roles = guildId === null ? undefined : client.guilds.cache.get(guildId)?.roles.cache;
      return ids.flatMap((id) => roles?.get(id)?.name ?? []);
    },
    postingProblem: (channel) => postingProblem(client, guildId, channel),
    post: async (channel, document) => {
      if (postingProblem(client, guildId, channel) !== null) return null;
      const target = client.channels.cache.get(channel);
      if (target?.isSendable() !== true) return null;
      const sending: PromiseLike<{ readonly id: string }> = target.send({
        components: cardOf(document),
        flags: MessageFlags.IsComponentsV2,
      });
      const sent = await orNull(sending);
      return sent === null ? null : { channel, message: sent.id };
    },
    replace: async ({ channel, message }, document) => {
      const target = client.channels.cache.get(channel);
      if (target?.isSendable() !== true) return false;
      return (await orNull(target.messages.edit(message, { components: cardOf(document) }))) !== null;
    },
    message: async (ref, document) => {
      const user = userOfRef(ref);
      if (user === null) return false;
      const sending = client.users.send(user, { components: cardOf(document), flags: MessageFlags.IsComponentsV2 });
      return (await orNull(sending)) !== null;
    },
  };
}

function cardOf(document: Document) {
  return card(document, null);
}

/** Null where the bot may write in that channel of that server. */
export function postingProblem(client: Client, guildId: string | null, channelId: string): PostingProblem | null {
  const channel = client.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased() || channel.guildId !== guildId) return { kind: 'no-such-channel' };
  if (!TEXT_CHANNELS.includes(channel.type)) return { kind: 'not-a-text-channel' };
  const { me } = channel.guild.members;
  const held = me === null ? null : channel.permissionsFor(me);
  const missing = Object.entries(NEEDED).flatMap(([flag, name]) =>
    held?.has(PermissionFlagsBits[flag as keyof typeof NEEDED]) === true ? [] : [name],
  );
  return missing.length === 0 ? null : { kind: 'missing-permissions', permissions: missing };
}

/** A refusal of Discord is an outcome here; anything else is not. */
async function orNull<T>(sending: PromiseLike<T>): Promise<T | null> {
  try {
    return await sending;
  } catch (error) {
    if (error instanceof DiscordAPIError) return null;
    throw error;
  }
}
