import type { Interaction } from '../interactions/interaction.ts';
import type { NewMessage } from '../message-writer.ts';
import { REFUSAL } from '../rest/api-error.ts';
import type { LoopbackState } from '../state.ts';
import type { MessageOrigin } from '../world/model.ts';

/** Where answers to an interaction go. They need no permission of the bot in the channel. */
export function messageTarget(state: LoopbackState, interaction: Interaction, isPrivate: boolean): NewMessage {
  const channel = state.world.channel(interaction.channelId);
  if (channel === undefined) throw REFUSAL.unknownChannel();
  const kind: MessageOrigin['kind'] = interaction.kind === 'autocomplete' ? 'command' : interaction.kind;
  return {
    channel,
    authorId: state.world.bot.id,
    viewerId: isPrivate ? interaction.userId : null,
    origin: {
      interactionId: interaction.id,
      kind,
      name: interaction.name,
      userId: interaction.userId,
      sourceMessageId: interaction.sourceMessageId,
    },
  };
}
