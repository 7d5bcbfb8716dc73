import type { JsonObject } from '../json.ts';
import { type Attachment, isEphemeral, type Message, type MessageOrigin } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { imageSize } from './image-size.ts';
import { wireUser } from './user.ts';

const INTERACTION_TYPE = { command: 2, component: 3, modal: 5 } as const;
const COMMAND_REPLY = 20;

/** A message as REST and the gateway show it. `origin` is the server's own address, where its files are fetched. */
export function wireMessage(message: Message, world: World, origin: string): JsonObject {
  const author = world.user(message.authorId);
  const mentioned = message.mentions.users.flatMap((id) => world.user(id) ?? []);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    content: message.content,
    author: wireUser(author ?? world.bot),
    timestamp: new Date(message.createdAtMs).toISOString(),
    edited_timestamp: message.editedAtMs === null ? null : new Date(message.editedAtMs).toISOString(),
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((attachment) => wireAttachment(attachment, origin, isEphemeral(message))),
    flags: message.flags,
    mentions: mentioned.map(wireUser),
    mention_roles: message.mentions.roles,
    mention_everyone: message.mentions.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.replyTo === null ? {} : { message_reference: reference(message, message.replyTo) }),
    ...(message.origin === null ? {} : originFields(message, message.origin, world)),
  };
}

export function wireAttachment(attachment: Attachment, origin: string, ephemeral: boolean): JsonObject {
  const url = attachmentUrl(attachment, origin);
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.bytes.length,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description === null ? {} : { description: attachment.description }),
    ...(imageSize(attachment.bytes) ?? {}),
    ...(ephemeral ? { ephemeral: true } : {}),
  };
}

export function attachmentUrl(attachment: Attachment, origin: string): string {
  return `${origin}/attachments/${attachment.channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
}

function reference(message: Message, replyTo: string): JsonObject {
  const place = message.guildId === null ? {} : { guild_id: message.guildId };
  return { type: 0, message_id: replyTo, channel_id: message.channelId, ...place };
}

function originFields(message: Message, from: MessageOrigin, world: World): JsonObject {
  const user = wireUser(world.user(from.userId) ?? world.bot);
  const owners = { '0': message.guildId ?? '0' };
  const shared = {
    id: from.interactionId,
    type: INTERACTION_TYPE[from.kind],
    user,
    authorizing_integration_owners: owners,
  };
  const source = from.sourceMessageId === null ? {} : { interacted_message_id: from.sourceMessageId };
  const trigger = { id: from.interactionId, type: 2, user, authorizing_integration_owners: owners };
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: {
      ...shared,
      ...source,
      ...(from.kind === 'modal' ? { triggering_interaction_metadata: trigger } : {}),
    },
    ...(message.type === COMMAND_REPLY
      ? { interaction: { id: from.interactionId, type: 2, name: from.name, user } }
      : {}),
  };
}
