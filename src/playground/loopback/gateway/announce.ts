import type { Change } from '../changes.ts';
import type { LoopbackState } from '../state.ts';
import { wireChannel, wireGuild, wireGuildCreate } from '../wire/guild.ts';
import { wireMessage } from '../wire/message.ts';
import { wireMember, wireRole, wireUser } from '../wire/user.ts';
import { type Channel, isEphemeral, isThread, type Member, type Message } from '../world/model.ts';
import type { Gateway } from './gateway.ts';
import { INTENT } from './opcodes.ts';

/** Turns changes of the world into gateway events. Interactions are dispatched where they are made. */
export function announce(gateway: Gateway, state: LoopbackState, change: Change): void {
  const send = (event: string, data: unknown, guildId: string) => gateway.dispatch(event, data, guildId, INTENT.guilds);
  switch (change.kind) {
    case 'guild-joined':
    case 'guild-recovered':
      send('GUILD_CREATE', wireGuildCreate(change.guild, state.world), change.guild.id);
      break;
    case 'guild-updated':
      send('GUILD_UPDATE', wireGuild(change.guild), change.guild.id);
      break;
    case 'guild-left':
      send('GUILD_DELETE', { id: change.guild.id }, change.guild.id);
      break;
    case 'guild-outage':
      send('GUILD_DELETE', { id: change.guild.id, unavailable: true }, change.guild.id);
      break;
    case 'role-created':
    case 'role-updated': {
      const event = change.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE';
      send(event, { guild_id: change.guild.id, role: wireRole(change.role) }, change.guild.id);
      break;
    }
    case 'role-deleted':
      send('GUILD_ROLE_DELETE', { guild_id: change.guild.id, role_id: change.role.id }, change.guild.id);
      break;
    case 'member-added':
    case 'member-updated':
    case 'member-removed':
      announceMember(gateway, state, change.kind, change.member);
      break;
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      announceChannel(gateway, state, change.kind, change.channel);
      break;
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      announceMessage(gateway, state, change.kind, change.message);
      break;
    default:
      break;
  }
}

const MEMBER_EVENT = {
  'member-added': 'GUILD_MEMBER_ADD',
  'member-updated': 'GUILD_MEMBER_UPDATE',
  'member-removed': 'GUILD_MEMBER_REMOVE',
} as const;

/** Without the members intent a bot hears only of itself. */
function announceMember(gateway: Gateway, state: LoopbackState, kind: keyof typeof MEMBER_EVENT, member: Member): void {
  const isSelf = member.user.id === state.world.bot.id;
  const intent = isSelf && kind === 'member-updated' ? 0 : INTENT.guildMembers;
  const whole = kind === 'member-removed' ? { user: wireUser(member.user) } : wireMember(member);
  gateway.dispatch(MEMBER_EVENT[kind], { guild_id: member.guildId, ...whole }, member.guildId, intent);
}

const CHANNEL_EVENT = {
  'channel-created': 'CREATE',
  'channel-updated': 'UPDATE',
  'channel-deleted': 'DELETE',
} as const;

function announceChannel(
  gateway: Gateway,
  state: LoopbackState,
  kind: keyof typeof CHANNEL_EVENT,
  channel: Channel,
): void {
  if (channel.guildId === null) return;
  const subject = isThread(channel) ? 'THREAD' : 'CHANNEL';
  gateway.dispatch(
    `${subject}_${CHANNEL_EVENT[kind]}`,
    wireChannel(channel, state.world),
    channel.guildId,
    INTENT.guilds,
  );
}

const MESSAGE_EVENT = {
  'message-created': 'MESSAGE_CREATE',
  'message-updated': 'MESSAGE_UPDATE',
  'message-deleted': 'MESSAGE_DELETE',
} as const;

function announceMessage(
  gateway: Gateway,
  state: LoopbackState,
  kind: keyof typeof MESSAGE_EVENT,
  message: Message,
): void {
  // Ephemeral messages travel only in the answers to the requests that made them.
  if (isEphemeral(message)) return;
  const intent = message.guildId === null ? INTENT.directMessages : INTENT.guildMessages;
  const place = message.guildId === null ? {} : { guild_id: message.guildId };
  if (kind === 'message-deleted') {
    gateway.dispatch(
      'MESSAGE_DELETE',
      { id: message.id, channel_id: message.channelId, ...place },
      message.guildId,
      intent,
    );
    return;
  }
  const author = state.world.guild(message.guildId ?? '')?.members.get(message.authorId);
  const member = author === undefined ? {} : { member: wireMember(author) };
  const whole = { ...wireMessage(message, state.world, state.origin()), ...place, ...member };
  const isOpen =
    message.authorId === state.world.bot.id ||
    message.guildId === null ||
    message.mentions.users.includes(state.world.bot.id);
  for (const session of gateway.sessions()) {
    if (!session.serves(message.guildId) || !session.wants(intent)) continue;
    const mayRead = isOpen || session.wants(INTENT.messageContent);
    session.dispatch(
      MESSAGE_EVENT[kind],
      mayRead ? whole : { ...whole, content: '', embeds: [], components: [], attachments: [] },
    );
  }
}
