import type { JsonObject } from '../loopback/json.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import { imageSize } from '../loopback/wire/image-size.ts';
import { attachmentUrl } from '../loopback/wire/message.ts';
import {
  type Attachment,
  isEphemeral,
  isThinking,
  MESSAGE_FLAG,
  type Message,
  type MessageOrigin,
} from '../loopback/world/model.ts';

/** A message as the page needs it: Discord's own components and embeds, the rest said plainly. */
export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly author: AuthorView;
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly AttachmentView[];
  readonly isV2: boolean;
  readonly isEphemeral: boolean;
  readonly isThinking: boolean;
  readonly createdAtMs: number;
  readonly editedAtMs: number | null;
  readonly replyTo: { readonly author: AuthorView; readonly content: string } | null;
  /** The command, click or form it answers. */
  readonly origin: { readonly kind: MessageOrigin['kind']; readonly name: string; readonly user: AuthorView } | null;
}

export interface AuthorView {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly type: string;
  readonly description: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

const QUOTED = 100;

export function messageView(discord: LoopbackDiscord, message: Message): MessageView {
  return {
    id: message.id,
    channelId: message.channelId,
    author: authorView(discord, message.authorId),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((attachment) => attachmentView(discord, attachment)),
    isV2: (message.flags & MESSAGE_FLAG.componentsV2) !== 0,
    isEphemeral: isEphemeral(message),
    isThinking: isThinking(message),
    createdAtMs: message.createdAtMs,
    editedAtMs: message.editedAtMs,
    replyTo: replyView(discord, message.replyTo),
    origin:
      message.origin === null
        ? null
        : { kind: message.origin.kind, name: message.origin.name, user: authorView(discord, message.origin.userId) },
  };
}

function authorView(discord: LoopbackDiscord, userId: string): AuthorView {
  const user = discord.world.user(userId) ?? discord.bot;
  return { id: user.id, name: user.displayName, isBot: user.bot };
}

function replyView(discord: LoopbackDiscord, id: string | null): MessageView['replyTo'] {
  const message = discord.message(id ?? '');
  if (message === undefined) return null;
  return { author: authorView(discord, message.authorId), content: message.content.slice(0, QUOTED) };
}

function attachmentView(discord: LoopbackDiscord, attachment: Attachment): AttachmentView {
  return {
    id: attachment.id,
    name: attachment.filename,
    url: attachmentUrl(attachment, discord.origin),
    size: attachment.bytes.length,
    type: attachment.contentType,
    description: attachment.description,
    ...(imageSize(attachment.bytes) ?? { width: null, height: null }),
  };
}
