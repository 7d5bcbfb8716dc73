import { EventEmitter } from 'node:events';
import type { Interaction } from './interactions/interaction.ts';
import type { RecordedRequest } from './rest/request-log.ts';
import type { Channel, Guild, Member, Message, Role } from './world/model.ts';

/** Everything that happens on the loopback Discord, in order, for whoever watches it: the gateway, the page, tests. */
export type Change =
  | {
      readonly kind: 'guild-joined' | 'guild-updated' | 'guild-recovered' | 'guild-outage' | 'guild-left';
      readonly guild: Guild;
    }
  | { readonly kind: 'role-created' | 'role-updated' | 'role-deleted'; readonly guild: Guild; readonly role: Role }
  | {
      readonly kind: 'member-added' | 'member-updated' | 'member-removed';
      readonly guild: Guild;
      readonly member: Member;
    }
  | { readonly kind: 'channel-created' | 'channel-updated' | 'channel-deleted'; readonly channel: Channel }
  | { readonly kind: 'message-created' | 'message-updated' | 'message-deleted'; readonly message: Message }
  | { readonly kind: 'thinking'; readonly message: Message; readonly interaction: Interaction }
  | {
      readonly kind: 'interaction-created' | 'interaction-answered' | 'interaction-failed';
      readonly interaction: Interaction;
    }
  | { readonly kind: 'modal-opened'; readonly interaction: Interaction }
  | { readonly kind: 'autocompleted'; readonly interaction: Interaction }
  | { readonly kind: 'typing'; readonly channel: Channel }
  | { readonly kind: 'commands-changed'; readonly guildId: string | null }
  | { readonly kind: 'request'; readonly request: RecordedRequest }
  | { readonly kind: 'refused'; readonly request: RecordedRequest };

/** One stream of changes. Listeners run at once and in the order they came. */
export class Changes {
  readonly #emitter = new EventEmitter<{ change: [Change] }>().setMaxListeners(0);

  emit(change: Change): void {
    this.#emitter.emit('change', change);
  }

  /** Returns the function that stops listening. */
  on(listener: (change: Change) => void): () => void {
    this.#emitter.on('change', listener);
    return () => this.#emitter.off('change', listener);
  }

  /** Resolves with the first value that `find` gives, looked for now and after each change. */
  until<Value>(find: () => Value | undefined, timeoutMs: number, complaint: () => string): Promise<Value> {
    return new Promise((resolve, reject) => {
      let stop = () => {};
      const timer = setTimeout(() => {
        stop();
        reject(new Error(complaint()));
      }, timeoutMs);
      const look = () => {
        try {
          const value = find();
          if (value === undefined) return;
          resolve(value);
        } catch (error) {
          reject(error);
        }
        clearTimeout(timer);
        stop();
      };
      stop = this.on(look);
      look();
    });
  }
}
