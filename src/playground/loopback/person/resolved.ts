import type { JsonObject } from '../json.ts';
import type { LoopbackState } from '../state.ts';
import { wireChannel } from '../wire/guild.ts';
import { wireAttachment } from '../wire/message.ts';
import { wireMember, wireRole, wireUser } from '../wire/user.ts';
import type { Attachment } from '../world/model.ts';

/** Collects `data.resolved`: the full objects behind the ids in an interaction. */
export class Resolved {
  readonly #state: LoopbackState;
  readonly #guildId: string | null;
  readonly #found: Record<string, Record<string, unknown>> = {};

  constructor(state: LoopbackState, guildId: string | null) {
    this.#state = state;
    this.#guildId = guildId;
  }

  user(id: string): boolean {
    const user = this.#state.world.user(id);
    if (user === undefined) return false;
    this.#add('users', id, wireUser(user));
    const member = this.#guild()?.members.get(id);
    const channelBits = '0';
    if (member !== undefined) {
      const { user: _, deaf: __, mute: ___, ...rest } = wireMember(member);
      this.#add('members', id, { ...rest, permissions: channelBits });
    }
    return true;
  }

  role(id: string): boolean {
    const role = this.#guild()?.roles.get(id);
    if (role === undefined) return false;
    this.#add('roles', id, wireRole(role));
    return true;
  }

  channel(id: string, types: readonly unknown[]): boolean {
    const channel = this.#guild()?.channels.get(id);
    if (channel === undefined || (types.length > 0 && !types.includes(channel.type))) return false;
    this.#add('channels', id, { ...wireChannel(channel, this.#state.world), permissions: '0' });
    return true;
  }

  attachment(attachment: Attachment): void {
    this.#add('attachments', attachment.id, wireAttachment(attachment, this.#state.origin(), true));
  }

  /** The part of `data` it makes: nothing when nothing was resolved. */
  data(): JsonObject {
    return Object.keys(this.#found).length === 0 ? {} : { resolved: this.#found };
  }

  #guild() {
    return this.#state.world.guild(this.#guildId ?? '');
  }

  #add(kind: string, id: string, value: JsonObject): void {
    this.#found[kind] = { ...this.#found[kind], [id]: value };
  }
}
