import type { Choice, Interaction, ModalForm } from '../interactions/interaction.ts';
import type { NewInteraction } from '../interactions/interactions.ts';
import { type JsonObject, numberOr, textOr } from '../json.ts';
import { createMessage } from '../message-writer.ts';
import type { RequestLog } from '../rest/request-log.ts';
import type { LoopbackState } from '../state.ts';
import { isEphemeral, type Message } from '../world/model.ts';
import { type CommandPath, commandData, findCommand } from './command-path.ts';
import { mayUseCommand } from './command-visibility.ts';
import { findButton, findSelect } from './find-component.ts';
import { type FieldInput, readForm } from './form-values.ts';
import { Invocation } from './invocation.ts';
import { type OptionInput, readOptions, readPartialOptions } from './option-values.ts';
import { PersonError } from './person-error.ts';
import { Resolved } from './resolved.ts';
import { readSelected } from './select-values.ts';

/** Who acts, and where. `guildId` null: in the direct messages with the bot. */
export interface Standpoint {
  readonly guildId: string | null;
  readonly userId: string;
  readonly channelId: string;
}

export interface ActorParts {
  readonly state: LoopbackState;
  readonly log: RequestLog;
  readonly dispatch: (interaction: Interaction) => void;
}

/** A person in front of Discord's client: types commands, clicks, picks, fills forms. */
export class Actor {
  readonly at: Standpoint;
  readonly #parts: ActorParts;

  constructor(parts: ActorParts, at: Standpoint) {
    this.#parts = parts;
    this.at = at;
  }

  /** Sends a command with options by name: `type('/lore entry', { name: 'Worf' })`. `how` skips checks of Discord's client. */
  type(
    command: string,
    options: Readonly<Record<string, OptionInput>> = {},
    how: { readonly evenIfHidden?: boolean; readonly takesAnyChannel?: boolean } = {},
  ): Invocation {
    const path = this.#find(command, how.evenIfHidden === true);
    const place = { ...this.#place(), takesAnyChannel: how.takesAnyChannel === true };
    const data = commandData(path, readOptions(path.options, options, place));
    return this.#send({ kind: 'command', name: fullName(path), data: { ...data, ...place.resolved.data() } });
  }

  /** The choices the bot offers while `focused` is being typed. */
  autocomplete(
    command: string,
    options: Readonly<Record<string, OptionInput>>,
    focused: string,
  ): Promise<readonly Choice[]> {
    const path = this.#find(command, false);
    const data = commandData(path, readPartialOptions(path.options, options, focused));
    return this.#send({ kind: 'autocomplete', name: fullName(path), data }).choices();
  }

  /** Clicks a button, by custom id or label. */
  click(message: Message, wanted: string): Invocation {
    const current = this.#see(message);
    const button = findButton(current, wanted);
    const data = { custom_id: button.custom_id, component_type: button.type, id: button.id };
    return this.#send({ kind: 'component', name: wanted, data, sourceMessageId: current.id });
  }

  /** Picks values in a select, by custom id or placeholder. */
  select(message: Message, wanted: string, values: readonly string[]): Invocation {
    const current = this.#see(message);
    const select = findSelect(current, wanted);
    const { resolved } = this.#place();
    const picked = readSelected(select, values, resolved);
    const data = {
      custom_id: select.custom_id,
      component_type: select.type,
      id: select.id,
      values: picked,
      ...resolved.data(),
    };
    return this.#send({ kind: 'component', name: wanted, data, sourceMessageId: current.id });
  }

  /** Submits a form; fields by custom id or label. */
  submit(modal: ModalForm, values: Readonly<Record<string, FieldInput>>): Invocation {
    const place = this.#place();
    const components = readForm(modal, values, place);
    const opener = this.#parts.state.interactions.get(modal.interactionId);
    const data = { custom_id: modal.customId, components, ...place.resolved.data() };
    return this.#send({ kind: 'modal', name: modal.title, data, sourceMessageId: opener?.sourceMessageId ?? null });
  }

  /** Writes an ordinary message. */
  say(content: string): Message {
    const { state } = this.#parts;
    const channel = state.world.channel(this.at.channelId);
    if (channel === undefined) throw new PersonError(`There is no channel ${this.at.channelId}.`);
    return createMessage(state, { body: { content }, uploads: [] }, { channel, authorId: this.at.userId });
  }

  /** Dismisses an ephemeral message: it is gone for good, and the bot hears nothing. */
  dismiss(message: Message): void {
    const current = this.#see(message);
    if (!isEphemeral(current)) throw new PersonError('Only an ephemeral message can be dismissed.');
    this.#parts.state.messages.remove(current.id);
  }

  /** What this person sees in the channel, oldest first. */
  messages(): readonly Message[] {
    const all = this.#parts.state.messages.inChannel(this.at.channelId);
    return all.filter((message) => message.viewerId === null || message.viewerId === this.at.userId);
  }

  /** A fresh place to read options from: what they resolve to is collected there. */
  #place() {
    const { state } = this.#parts;
    return { state, channelId: this.at.channelId, resolved: new Resolved(state, this.at.guildId) };
  }

  #find(command: string, evenIfHidden: boolean): CommandPath {
    const { state } = this.#parts;
    const path = findCommand(state.commands, this.at.guildId, command);
    if (!evenIfHidden && !mayUseCommand(state, path.command, this.at)) {
      throw new PersonError(`/${path.command.name} is not shown to this person here.`);
    }
    return path;
  }

  #see(message: Message): Message {
    const current = this.#parts.state.messages.find(message.id);
    if (current === undefined) throw new PersonError('The message is not there any more.');
    if (current.viewerId !== null && current.viewerId !== this.at.userId)
      throw new PersonError('This person cannot see the message.');
    return current;
  }

  #send(given: Pick<NewInteraction, 'kind' | 'name' | 'data'> & { sourceMessageId?: string | null }): Invocation {
    const { state, log, dispatch } = this.#parts;
    const interaction = state.interactions.create({ ...this.at, sourceMessageId: null, ...given });
    const invocation = new Invocation(state, log, interaction, describe(interaction));
    dispatch(interaction);
    return invocation;
  }
}

function fullName(path: CommandPath): string {
  return [path.command.name, ...path.nested.map((node) => textOr(node.name, ''))].join(' ');
}

function describe({ kind, name, data }: Interaction): string {
  if (kind === 'command') return `/${name}`;
  if (kind === 'autocomplete') return `the autocomplete of /${name}`;
  const field = textOr((data as JsonObject).custom_id, String(numberOr(data.id, 0)));
  return `${kind === 'modal' ? 'the form' : 'the click on'} "${field}"`;
}
