import { CALLBACK, checkCallbackType, checkChoices, checkModalData } from '../checks/callbacks.ts';
import { Place } from '../checks/problems.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { INTERACTION_TYPE } from '../interactions/interaction.ts';
import { type JsonObject, numberOr, objectOf, objectsOf, textOr } from '../json.ts';
import { createMessage, createThinking, editMessage, type NewMessage } from '../message-writer.ts';
import { focusedOption } from '../person/focused.ts';
import { REFUSAL, refuseFaults } from '../rest/api-error.ts';
import { type Answer, type Call, NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireMessage } from '../wire/message.ts';
import { isEphemeral, isThinking, MESSAGE_FLAG, type Message } from '../world/model.ts';
import { messageTarget } from './webhook-target.ts';

/** The first answer to an interaction. */
export function callbackRoutes(state: LoopbackState): readonly Route[] {
  const callback = (call: Call): Answer => {
    const interaction = state.interactions.get(call.params.interaction ?? '');
    const isKnown = interaction !== undefined && interaction.token === call.params.token;
    if (!isKnown || interaction.failed || !(interaction.ack !== null || state.interactions.mayStillAck(interaction))) {
      throw REFUSAL.unknownInteraction();
    }
    if (interaction.ack !== null) throw REFUSAL.acknowledged();
    const place = new Place();
    checkCallbackType(call.json, interaction.kind, interaction.sourceMessageId !== null, place);
    refuseFaults(place);
    const message = answer(state, interaction, call);
    if (call.query.get('with_response') !== 'true') return NO_CONTENT;
    return ok(withResponse(state, interaction, numberOr(objectOf(call.json).type, 0), message));
  };
  return [route('POST', '/interactions/:interaction/:token/callback', callback, false)];
}

function answer(state: LoopbackState, interaction: Interaction, call: Call): Message | null {
  const body = objectOf(call.json);
  const data = objectOf(body.data);
  switch (body.type) {
    case CALLBACK.message:
    case CALLBACK.deferred:
      return reply(state, interaction, call, data);
    case CALLBACK.update:
    case CALLBACK.deferredUpdate:
      return update(state, interaction, call);
    case CALLBACK.choices:
      offerChoices(state, interaction, body.data);
      return null;
    default:
      openModal(state, interaction, body.data);
      return null;
  }
}

function reply(state: LoopbackState, interaction: Interaction, call: Call, data: JsonObject): Message {
  const isPrivate = (numberOr(data.flags, 0) & MESSAGE_FLAG.ephemeral) !== 0;
  const target: NewMessage = {
    ...messageTarget(state, interaction, isPrivate),
    type: interaction.kind === 'command' ? 20 : 0,
    place: ['data'],
  };
  const isDeferred = objectOf(call.json).type === CALLBACK.deferred;
  const message = isDeferred
    ? createThinking(state, target)
    : createMessage(state, { body: data, uploads: call.uploads }, target);
  const answered = state.interactions.acknowledge(
    { ...interaction, originalId: message.id },
    isDeferred ? 'deferred' : 'message',
  );
  if (isThinking(message)) state.changes.emit({ kind: 'thinking', message, interaction: answered });
  return message;
}

function update(state: LoopbackState, interaction: Interaction, call: Call): Message {
  const source = state.messages.find(interaction.sourceMessageId ?? '');
  if (source === undefined) throw REFUSAL.unknownMessage();
  const body = objectOf(call.json);
  const isDeferred = body.type === CALLBACK.deferredUpdate;
  const message = isDeferred
    ? source
    : editMessage(state, source, { body: body.data, uploads: call.uploads }, ['data']);
  state.interactions.acknowledge({ ...interaction, originalId: source.id }, isDeferred ? 'deferred-update' : 'update');
  return message;
}

function offerChoices(state: LoopbackState, interaction: Interaction, data: unknown): void {
  const place = new Place();
  checkChoices(data, numberOr(focusedOption(interaction.data)?.type, 3), place.at('data'));
  refuseFaults(place);
  const choices = objectsOf(objectOf(data).choices).map((choice) => ({
    name: textOr(choice.name, ''),
    value: typeof choice.value === 'number' ? choice.value : textOr(choice.value, ''),
  }));
  const answered = state.interactions.acknowledge({ ...interaction, choices }, 'choices');
  state.changes.emit({ kind: 'autocompleted', interaction: answered });
}

function openModal(state: LoopbackState, interaction: Interaction, data: unknown): void {
  const place = new Place();
  checkModalData(data, place.at('data'));
  refuseFaults(place);
  const form = objectOf(data);
  const modal = {
    interactionId: interaction.id,
    customId: textOr(form.custom_id, ''),
    title: textOr(form.title, ''),
    components: objectsOf(form.components),
  };
  const answered = state.interactions.acknowledge({ ...interaction, modal }, 'modal');
  state.changes.emit({ kind: 'modal-opened', interaction: answered });
}

function withResponse(
  state: LoopbackState,
  interaction: Interaction,
  type: number,
  message: Message | null,
): JsonObject {
  const shown = message === null ? {} : shownMessage(message);
  const place = {
    channel_id: interaction.channelId,
    ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
  };
  const wired = { id: interaction.id, type: INTERACTION_TYPE[interaction.kind], ...place, ...shown };
  if (message === null || type === CALLBACK.deferredUpdate) return { interaction: wired };
  // Of a deferred answer the description knows only the message it made.
  const made = type === CALLBACK.deferred ? CALLBACK.message : type;
  const resource = { type: made, message: wireMessage(message, state.world, state.origin()) };
  return { interaction: wired, resource };
}

function shownMessage(message: Message): JsonObject {
  return {
    response_message_id: message.id,
    response_message_loading: isThinking(message),
    response_message_ephemeral: isEphemeral(message),
  };
}
