import type { RawData, WebSocket } from 'ws';
import type { Change } from '../loopback/changes.ts';
import type { Interaction, ModalForm } from '../loopback/interactions/interaction.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import type { Message } from '../loopback/world/model.ts';
import { messageView } from './message-view.ts';
import { type PerformParts, perform } from './perform.ts';
import type { TabPlace } from './place.ts';
import { problemOf } from './problem.ts';
import { type PageRequest, pageRequest } from './requests.ts';
import { visibleCommands } from './visible-commands.ts';

export type TabParts = Omit<PerformParts, 'watch' | 'modals'> & { readonly modals: Map<string, ModalForm> };

/** Something a tab is told without having asked. */
export type TabEvent = { readonly kind: string } & Readonly<Record<string, unknown>>;

const OPEN = 1;
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
const KEPT_MODALS = 200;

/** One tab of the page: answers what it asks, and tells it what happens in the channel it watches. */
export class Tab {
  readonly #socket: WebSocket;
  readonly #parts: TabParts;
  readonly #discord: LoopbackDiscord;
  /** What this tab's person did here, so that a form opens in this tab and in no other. */
  readonly #interactions = new Set<string>();
  #place: TabPlace | null = null;

  constructor(socket: WebSocket, parts: TabParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#discord = parts.discord;
    socket.on('message', (data) => this.#receive(data));
    // A browser that goes away in the middle of something is no fault of anybody's.
    socket.on('error', () => socket.terminate());
  }

  tell(event: TabEvent): void {
    this.#send(event);
  }

  hear(change: Change): void {
    switch (change.kind) {
      case 'message-created':
      case 'message-updated':
        if (this.#sees(change.message)) {
          this.#send({ kind: change.kind, message: messageView(this.#discord, change.message) });
        }
        return;
      case 'message-deleted':
        if (this.#sees(change.message)) this.#send({ kind: change.kind, id: change.message.id });
        return;
      case 'interaction-answered':
        this.#tellOwn(change.interaction, { state: 'answered', ack: change.interaction.ack?.kind ?? null });
        return;
      case 'interaction-failed':
        this.#tellOwn(change.interaction, { state: 'failed' });
        return;
      case 'modal-opened':
        this.#openModal(change.interaction);
        return;
      case 'typing':
        if (change.channel.id === this.#place?.channelId) this.#send({ kind: 'typing' });
        return;
      case 'commands-changed':
      case 'member-updated':
      case 'role-updated':
      case 'role-deleted':
        this.#tellCommands();
        return;
    }
  }

  #sees(message: Message): boolean {
    if (message.channelId !== this.#place?.channelId) return false;
    return message.viewerId === null || message.viewerId === this.#place.userId;
  }

  #tellCommands(): void {
    if (this.#place !== null) this.#send({ kind: 'commands', commands: visibleCommands(this.#discord, this.#place) });
  }

  #tellOwn(interaction: Interaction, what: { readonly state: string; readonly ack?: string | null }): void {
    if (interaction.kind === 'autocomplete' || !this.#interactions.has(interaction.id)) return;
    this.#send({ kind: 'interaction', id: interaction.id, ...what });
  }

  #openModal({ id, modal }: Interaction): void {
    if (modal === null || !this.#interactions.has(id)) return;
    const { modals } = this.#parts;
    modals.set(id, modal);
    for (const oldest of modals.keys()) {
      if (modals.size <= KEPT_MODALS) break;
      modals.delete(oldest);
    }
    this.#send({ kind: 'modal', id, title: modal.title, components: modal.components });
  }

  #receive(data: RawData): void {
    const request = readRequest(data);
    if (request === null) {
      this.#socket.close(1008, 'not a request of this page');
      return;
    }
    this.#answer(request).then(
      (value) => this.#send({ seq: request.seq, ok: true, value }),
      (error: unknown) => this.#send({ seq: request.seq, ok: false, problem: problemOf(error) }),
    );
  }

  async #answer(request: PageRequest): Promise<unknown> {
    const watch = (place: TabPlace) => {
      this.#place = place;
    };
    const value = await perform({ ...this.#parts, watch }, request);
    if (hasInteraction(value)) this.#interactions.add(value.interactionId);
    return value;
  }

  #send(message: unknown): void {
    if (this.#socket.readyState !== OPEN) return;
    // A tab that has stopped reading reloads its channel when it comes back; it must not fill the memory until then.
    if (this.#socket.bufferedAmount > MOST_WAITING_BYTES) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(message));
  }
}

function readRequest(data: RawData): PageRequest | null {
  try {
    const parsed = pageRequest.safeParse(JSON.parse(data.toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function hasInteraction(value: unknown): value is { readonly interactionId: string } {
  return typeof value === 'object' && value !== null && 'interactionId' in value;
}
