import { INTERACTION_TYPE, type Interaction } from '../interactions/interaction.ts';
import type { JsonObject } from '../json.ts';
import { EVERYONE_PERMISSIONS } from '../permissions.ts';
import type { LoopbackState } from '../state.ts';
import { wireChannel } from '../wire/guild.ts';
import { wireMessage } from '../wire/message.ts';
import { wireMember, wireUser } from '../wire/user.ts';

/** INTERACTION_CREATE as the gateway sends it. */
export function interactionPayload(state: LoopbackState, interaction: Interaction): JsonObject {
  const { world } = state;
  const channel = world.channel(interaction.channelId);
  const source = state.messages.find(interaction.sourceMessageId ?? '');
  const bits = channel === undefined ? null : world.permissionsIn(channel, world.bot.id);
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: INTERACTION_TYPE[interaction.kind],
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: interaction.channelId,
    ...(channel === undefined
      ? {}
      : { channel: { ...wireChannel(channel, world), permissions: memberBits(state, interaction) } }),
    ...(source === undefined ? {} : { message: wireMessage(source, world, state.origin()) }),
    ...whoAndWhere(state, interaction),
    app_permissions: (bits ?? EVERYONE_PERMISSIONS).toString(),
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: state.attachmentBytes(),
  };
}

function whoAndWhere(state: LoopbackState, interaction: Interaction): JsonObject {
  const { world } = state;
  const guild = world.guild(interaction.guildId ?? '');
  const member = guild?.members.get(interaction.userId);
  if (guild === undefined || member === undefined) {
    const user = world.user(interaction.userId) ?? world.bot;
    return { user: wireUser(user), context: 1, authorizing_integration_owners: { '0': '0' } };
  }
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...wireMember(member), permissions: memberBits(state, interaction) },
    context: 0,
    authorizing_integration_owners: { '0': guild.id },
  };
}

function memberBits(state: LoopbackState, interaction: Interaction): string {
  const channel = state.world.channel(interaction.channelId);
  const bits = channel === undefined ? null : state.world.permissionsIn(channel, interaction.userId);
  return (bits ?? 0n).toString();
}
