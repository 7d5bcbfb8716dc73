import { checkMessage, isEmptyMessage } from './checks/messages.ts';
import { Place } from './checks/problems.ts';
import { type JsonObject, numberOr, objectOf, objectsOf, textOr } from './json.ts';
import { mentionsOf } from './mentions.ts';
import { REFUSAL, refuseFaults } from './rest/api-error.ts';
import type { Upload } from './rest/body.ts';
import type { LoopbackState } from './state.ts';
import { storedComponents, storedEmbeds } from './wire/components.ts';
import { type Attachment, type Channel, MESSAGE_FLAG, type Message, type MessageOrigin } from './world/model.ts';

/** What a message body arrives with. */
export interface MessageInput {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** Where a new message goes and how it came about. */
export interface NewMessage {
  readonly channel: Channel;
  readonly authorId: string;
  readonly type?: number;
  readonly origin?: MessageOrigin;
  /** Set for an ephemeral message. */
  readonly viewerId?: string | null;
  readonly replyTo?: string | null;
  /** The place of the body inside the request, for error paths. */
  readonly place?: readonly string[];
}

const DEFAULT = 0;
const REPLY = 19;

type Contents = Pick<Message, 'content' | 'embeds' | 'components' | 'attachments' | 'mentions'>;

const KEPT_FLAGS =
  MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.voice | MESSAGE_FLAG.componentsV2;

/** Checks a body and makes a message of it. */
export function createMessage(state: LoopbackState, input: MessageInput, to: NewMessage): Message {
  const body = checked(state, input, null, to.place ?? []);
  const attachments = uploaded(state, input, body, to.channel.id);
  const nonce = typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null;
  return add(state, to, contents(state, body, attachments), numberOr(body.flags, 0) & KEPT_FLAGS, nonce);
}

/** The "is thinking…" message of a deferred answer. */
export function createThinking(state: LoopbackState, to: NewMessage): Message {
  return add(state, to, contents(state, {}, []), MESSAGE_FLAG.loading, null);
}

function add(
  state: LoopbackState,
  to: NewMessage,
  held: Contents,
  flags: number,
  nonce: string | number | null,
): Message {
  const viewerId = to.viewerId ?? null;
  return state.messages.add({
    id: state.world.ids.next(),
    channelId: to.channel.id,
    guildId: to.channel.guildId,
    authorId: to.authorId,
    type: to.type ?? (to.replyTo ? REPLY : DEFAULT),
    ...held,
    flags: flags | (viewerId === null ? 0 : MESSAGE_FLAG.ephemeral),
    createdAtMs: state.clock.now(),
    editedAtMs: null,
    nonce,
    replyTo: to.replyTo ?? null,
    origin: to.origin ?? null,
    viewerId,
  });
}

/** Checks an edit and applies it: what the body does not name stays as it is. */
export function editMessage(
  state: LoopbackState,
  message: Message,
  input: MessageInput,
  place: readonly string[] = [],
): Message {
  const body = checked(state, input, message, place);
  const kept = 'attachments' in body ? keptAttachments(message, body) : message.attachments;
  const attachments = [...kept, ...uploaded(state, input, body, message.channelId)];
  const changeable = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
  const added = numberOr(body.flags, 0) & changeable;
  // Suppressed embeds can be shown again; a V2 message stays one.
  const shown = 'flags' in body ? message.flags & ~MESSAGE_FLAG.suppressEmbeds : message.flags;
  const whole = contents(state, { content: message.content, ...body }, attachments);
  return state.messages.replace({
    ...message,
    ...whole,
    embeds: 'embeds' in body ? whole.embeds : message.embeds,
    components: 'components' in body ? whole.components : message.components,
    flags: (shown | added) & ~MESSAGE_FLAG.loading,
    // The first answer after "is thinking…" is not an edit to people.
    editedAtMs: (message.flags & MESSAGE_FLAG.loading) === 0 ? state.clock.now() : message.editedAtMs,
  });
}

function checked(
  state: LoopbackState,
  input: MessageInput,
  edited: Message | null,
  path: readonly string[],
): JsonObject {
  const largest = Math.max(0, ...input.uploads.map((upload) => upload.bytes.length));
  if (largest > state.attachmentBytes()) throw REFUSAL.tooLarge();
  const place = new Place();
  const context = { uploads: input.uploads.map((upload) => upload.filename), edited };
  checkMessage(input.body ?? {}, context, place.at(...path));
  refuseFaults(place);
  const body = objectOf(input.body);
  if (isEmptyMessage(body, context)) throw REFUSAL.emptyMessage();
  return body;
}

function contents(state: LoopbackState, body: JsonObject, attachments: readonly Attachment[]): Contents {
  const context = { attachments, origin: state.origin(), ids: state.world.ids };
  const components = storedComponents(objectsOf(body.components), context);
  const content = textOr(body.content, '').trim();
  const embeds = storedEmbeds(objectsOf(body.embeds), context);
  return { content, embeds, components, attachments, mentions: mentionsOf(content, components, body.allowed_mentions) };
}

function uploaded(
  state: LoopbackState,
  input: MessageInput,
  body: JsonObject,
  channelId: string,
): readonly Attachment[] {
  const notes = new Map(objectsOf(body.attachments).map((item) => [String(item.id), item]));
  return input.uploads.map((upload) => {
    const note = notes.get(String(upload.index));
    return {
      id: state.world.ids.next(),
      channelId,
      filename: textOr(note?.filename, upload.filename),
      description: textOr(note?.description, '') || null,
      contentType: upload.contentType,
      bytes: upload.bytes,
    };
  });
}

function keptAttachments(message: Message, body: JsonObject): readonly Attachment[] {
  const ids = new Set(objectsOf(body.attachments).map((item) => String(item.id)));
  return message.attachments.filter((attachment) => ids.has(attachment.id));
}
