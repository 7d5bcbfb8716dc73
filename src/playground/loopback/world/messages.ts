import type { Changes } from '../changes.ts';
import type { Attachment, Message } from './model.ts';

/** Messages by channel, oldest first, and the files that came with them. */
export class Messages {
  readonly #changes: Changes;
  readonly #byChannel = new Map<string, Map<string, Message>>();
  readonly #channelOf = new Map<string, string>();
  readonly #attachments = new Map<string, Attachment>();
  readonly #byNonce = new Map<string, string>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  add(message: Message): Message {
    this.#put(message);
    if (message.nonce !== null)
      this.#byNonce.set(nonceKey(message.channelId, message.authorId, message.nonce), message.id);
    this.#changes.emit({ kind: 'message-created', message });
    return message;
  }

  replace(message: Message): Message {
    this.#put(message);
    this.#changes.emit({ kind: 'message-updated', message });
    return message;
  }

  remove(id: string): void {
    const message = this.find(id);
    if (message === undefined) return;
    this.#byChannel.get(message.channelId)?.delete(id);
    this.#channelOf.delete(id);
    this.#changes.emit({ kind: 'message-deleted', message });
  }

  find(id: string): Message | undefined {
    return this.#byChannel.get(this.#channelOf.get(id) ?? '')?.get(id);
  }

  /** The message a nonce already made in this channel, if any. */
  findByNonce(channelId: string, authorId: string, nonce: string | number): Message | undefined {
    return this.find(this.#byNonce.get(nonceKey(channelId, authorId, nonce)) ?? '');
  }

  inChannel(channelId: string): readonly Message[] {
    return [...(this.#byChannel.get(channelId)?.values() ?? [])];
  }

  /** A file sent by a person as an option of a command has no message: it is kept all the same. */
  keepAttachment(attachment: Attachment): Attachment {
    this.#attachments.set(attachment.id, attachment);
    return attachment;
  }

  attachment(id: string): Attachment | undefined {
    return this.#attachments.get(id);
  }

  #put(message: Message): void {
    const channel = this.#byChannel.get(message.channelId) ?? new Map<string, Message>();
    channel.set(message.id, message);
    this.#byChannel.set(message.channelId, channel);
    this.#channelOf.set(message.id, message.channelId);
    for (const attachment of message.attachments) this.keepAttachment(attachment);
  }
}

function nonceKey(channelId: string, authorId: string, nonce: string | number): string {
  return `${channelId} ${authorId} ${nonce}`;
}
