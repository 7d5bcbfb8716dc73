import type { Ack, Choice, Interaction, ModalForm } from '../interactions/interaction.ts';
import type { RequestLog } from '../rest/request-log.ts';
import type { LoopbackState } from '../state.ts';
import { isThinking, type Message } from '../world/model.ts';

export interface WaitOptions {
  /** How long to wait, in real milliseconds; 5 s unless given. */
  readonly withinMs?: number;
}

const PATIENCE_MS = 5_000;

/** One thing a person did, and what comes of it. */
export class Invocation {
  readonly id: string;
  readonly #state: LoopbackState;
  readonly #log: RequestLog;
  readonly #what: string;
  /** The message that was clicked, as it was then. */
  readonly #sourceBefore: Message | undefined;

  constructor(state: LoopbackState, log: RequestLog, interaction: Interaction, what: string) {
    this.id = interaction.id;
    this.#state = state;
    this.#log = log;
    this.#what = what;
    this.#sourceBefore = state.messages.find(interaction.sourceMessageId ?? '');
  }

  /** As things stand now. */
  get interaction(): Interaction {
    const interaction = this.#state.interactions.get(this.id);
    if (interaction === undefined) throw new Error(`The interaction ${this.id} is not known any more.`);
    return interaction;
  }

  /** How the bot acknowledged and after how many milliseconds. */
  ack(options?: WaitOptions): Promise<Ack> {
    return this.#until('acknowledge', () => this.#answered().ack ?? undefined, options);
  }

  /** The message after the acknowledgement; "is thinking…" when the bot deferred. */
  reply(options?: WaitOptions): Promise<Message> {
    return this.#until('reply to', () => this.#message(), options);
  }

  /** The message once it is no longer "is thinking…", and after the edit that follows a silent acknowledgement. */
  finalReply(options?: WaitOptions): Promise<Message> {
    return this.#until('finish', () => this.#finished(), options);
  }

  /** The n-th follow-up, counted from 0. */
  followUp(index = 0, options?: WaitOptions): Promise<Message> {
    return this.#until('follow up', () => this.followUps()[index], options);
  }

  /** Follow-ups so far that have not been deleted. */
  followUps(): readonly Message[] {
    return this.interaction.followUpIds.flatMap((id) => this.#state.messages.find(id) ?? []);
  }

  /** The form the bot opened. */
  modal(options?: WaitOptions): Promise<ModalForm> {
    return this.#until(
      'open a form for',
      () => {
        const { ack, modal } = this.#answered();
        if (ack !== null && modal === null)
          throw new Error(`${this.#what} was answered with "${ack.kind}", not with a form.`);
        return modal ?? undefined;
      },
      options,
    );
  }

  /** The choices of an autocomplete. */
  choices(options?: WaitOptions): Promise<readonly Choice[]> {
    return this.#until('complete', () => this.#answered().choices ?? undefined, options);
  }

  #answered(): Interaction {
    const { interaction } = this;
    if (interaction.failed) throw new Error(`The bot did not acknowledge ${this.#what} in time.${this.#lastRefusal()}`);
    return interaction;
  }

  #message(): Message | undefined {
    const { ack, originalId } = this.#answered();
    if (ack === null) return undefined;
    if (originalId === null) throw new Error(`${this.#what} was answered with "${ack.kind}", not with a message.`);
    const message = this.#state.messages.find(originalId);
    if (message === undefined) throw new Error(`The answer to ${this.#what} was deleted.`);
    return message;
  }

  #finished(): Message | undefined {
    const message = this.#message();
    if (message === undefined || isThinking(message)) return undefined;
    const isUntouched = this.interaction.ack?.kind === 'deferred-update' && message === this.#sourceBefore;
    return isUntouched ? undefined : message;
  }

  #until<Value>(verb: string, find: () => Value | undefined, options: WaitOptions = {}): Promise<Value> {
    const withinMs = options.withinMs ?? PATIENCE_MS;
    const complaint = () => `The bot did not ${verb} ${this.#what} within ${withinMs} ms.${this.#lastRefusal()}`;
    return this.#state.changes.until(find, withinMs, complaint);
  }

  /** What a developer would want to know first when an answer does not come. */
  #lastRefusal(): string {
    const refused = this.#log.refusals().at(-1);
    if (refused === undefined) return '';
    return ` The last refused request was ${refused.method} ${refused.path}: ${JSON.stringify(refused.answer)}`;
  }
}
