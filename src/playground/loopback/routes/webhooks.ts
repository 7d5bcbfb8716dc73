import type { Interaction } from '../interactions/interaction.ts';
import { numberOr, objectOf } from '../json.ts';
import { createMessage, editMessage } from '../message-writer.ts';
import { REFUSAL } from '../rest/api-error.ts';
import { type Answer, type Call, NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireMessage } from '../wire/message.ts';
import { isThinking, MESSAGE_FLAG, type Message } from '../world/model.ts';
import { messageTarget } from './webhook-target.ts';

const BASE = '/webhooks/:application/:token';

/** Later answers to an interaction: the original message and follow-ups, by its token. */
export function webhookRoutes(state: LoopbackState): readonly Route[] {
  const wire = (message: Message) => ok(wireMessage(message, state.world, state.origin()));

  const opened = ({ params }: Call): Interaction => {
    const interaction = state.interactions.byToken(params.token ?? '');
    if (interaction === undefined || params.application !== state.world.bot.id) throw REFUSAL.unknownWebhook();
    if (!state.interactions.isTokenAlive(interaction)) throw REFUSAL.invalidToken();
    // Until the interaction is acknowledged its token opens nothing.
    if (interaction.ack === null) throw REFUSAL.unknownWebhook();
    return interaction;
  };
  const named = (call: Call): { interaction: Interaction; message: Message } => {
    const interaction = opened(call);
    const wanted = call.params.message === '@original' ? interaction.originalId : call.params.message;
    const mine = wanted === interaction.originalId || interaction.followUpIds.includes(wanted ?? '');
    const message = mine ? state.messages.find(wanted ?? '') : undefined;
    if (message === undefined) throw REFUSAL.unknownMessage();
    return { interaction, message };
  };

  const followUp = (call: Call): Answer => {
    const interaction = opened(call);
    const input = { body: call.json, uploads: call.uploads };
    const original = state.messages.find(interaction.originalId ?? '');
    // The first follow-up after "is thinking…" takes its place, and is as private as it was.
    if (original !== undefined && isThinking(original)) return wire(editMessage(state, original, input));
    const isPrivate = (numberOr(objectOf(call.json).flags, 0) & MESSAGE_FLAG.ephemeral) !== 0;
    const replyTo = original === undefined || isPrivate ? null : original.id;
    const message = createMessage(state, input, { ...messageTarget(state, interaction, isPrivate), replyTo });
    // Read again: the interaction may have changed while listeners heard of the message.
    const current = state.interactions.get(interaction.id) ?? interaction;
    state.interactions.set({ ...current, followUpIds: [...current.followUpIds, message.id] });
    return wire(message);
  };

  return [
    route('POST', BASE, followUp, false),
    route('GET', `${BASE}/messages/:message`, (call) => wire(named(call).message), false),
    route(
      'PATCH',
      `${BASE}/messages/:message`,
      (call) => wire(editMessage(state, named(call).message, { body: call.json, uploads: call.uploads })),
      false,
    ),
    route(
      'DELETE',
      `${BASE}/messages/:message`,
      (call) => {
        state.messages.remove(named(call).message.id);
        return NO_CONTENT;
      },
      false,
    ),
  ];
}
