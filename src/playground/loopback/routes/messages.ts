import { Place } from '../checks/problems.ts';
import { isObject, objectOf, textOr } from '../json.ts';
import { createMessage, editMessage } from '../message-writer.ts';
import { hasPermission, type PermissionName } from '../permissions.ts';
import { REFUSAL, refuseFaults } from '../rest/api-error.ts';
import { queryCount, queryId } from '../rest/query.ts';
import { type Call, NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireChannel } from '../wire/guild.ts';
import { wireMessage } from '../wire/message.ts';
import { CHANNEL_TYPE, type Channel, isEphemeral, isThread, type Message } from '../world/model.ts';

const BASE = '/channels/:channel/messages';
const PAGE = 50;

/** Channels and the messages the bot posts in them by itself. */
export function messageRoutes(state: LoopbackState): readonly Route[] {
  const { world, messages } = state;
  const wire = (message: Message) => wireMessage(message, world, state.origin());

  const reachable = ({ params }: Call, ...needed: readonly PermissionName[]): Channel => {
    const channel = world.channel(params.channel ?? '');
    if (channel === undefined) throw REFUSAL.unknownChannel();
    const bits = world.permissionsIn(channel, world.bot.id);
    if (bits === null || !hasPermission(bits, 'viewChannel')) throw REFUSAL.missingAccess();
    if (needed.some((name) => !hasPermission(bits, name))) throw REFUSAL.missingPermissions();
    return channel;
  };
  const known = (call: Call): Message => {
    const message = messages.find(call.params.message ?? '');
    if (message === undefined || message.channelId !== call.params.channel || isEphemeral(message))
      throw REFUSAL.unknownMessage();
    return message;
  };
  const own = (call: Call): Message => {
    const message = known(call);
    if (message.authorId !== world.bot.id) throw REFUSAL.notAuthor();
    return message;
  };

  const post = (call: Call) => {
    const channel = reachable(call);
    if (channel.type === CHANNEL_TYPE.category || channel.type === CHANNEL_TYPE.forum) throw REFUSAL.notText();
    const files: readonly PermissionName[] = call.uploads.length > 0 ? ['attachFiles'] : [];
    reachable(call, isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages', ...files);
    if (channel.recipientId !== null && world.user(channel.recipientId)?.acceptsDms === false) throw REFUSAL.cannotDm();
    const body = objectOf(call.json);
    const before = enforcedDuplicate(state, channel, body.nonce, body.enforce_nonce);
    if (before !== undefined) return ok(wire(before));
    const replyTo = repliedMessage(state, channel, body.message_reference);
    return ok(
      wire(
        createMessage(state, { body: call.json, uploads: call.uploads }, { channel, authorId: world.bot.id, replyTo }),
      ),
    );
  };
  const list = (call: Call) => {
    const channel = reachable(call, 'readMessageHistory');
    const seen = messages.inChannel(channel.id).filter((message) => !isEphemeral(message));
    return ok(page(seen, call.query).map(wire));
  };

  return [
    route('GET', '/channels/:channel', (call) => ok(wireChannel(reachable(call), world))),
    route('POST', '/channels/:channel/typing', (call) => {
      state.changes.emit({ kind: 'typing', channel: reachable(call, 'sendMessages') });
      return NO_CONTENT;
    }),
    route('POST', BASE, post),
    route('GET', BASE, list),
    route('GET', `${BASE}/:message`, (call) => {
      reachable(call, 'readMessageHistory');
      return ok(wire(known(call)));
    }),
    route('PATCH', `${BASE}/:message`, (call) => {
      reachable(call);
      return ok(wire(editMessage(state, own(call), { body: call.json, uploads: call.uploads })));
    }),
    route('DELETE', `${BASE}/:message`, (call) => {
      reachable(call);
      const message = known(call);
      if (message.authorId !== world.bot.id) reachable(call, 'manageMessages');
      messages.remove(message.id);
      return NO_CONTENT;
    }),
  ];
}

/** Newest first, as Discord lists them; `after` takes the oldest that follow. */
function page(all: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = queryCount(query, 'limit', PAGE, 100);
  const after = queryId(query, 'after');
  const before = queryId(query, 'before');
  if (after !== null) {
    return all
      .filter((message) => BigInt(message.id) > after)
      .slice(0, limit)
      .reverse();
  }
  const older = before === null ? all : all.filter((message) => BigInt(message.id) < before);
  return older.slice(-limit).reverse();
}

function enforcedDuplicate(
  state: LoopbackState,
  channel: Channel,
  nonce: unknown,
  enforce: unknown,
): Message | undefined {
  if (enforce !== true || (typeof nonce !== 'string' && typeof nonce !== 'number')) return undefined;
  return state.messages.findByNonce(channel.id, state.world.bot.id, nonce);
}

function repliedMessage(state: LoopbackState, channel: Channel, reference: unknown): string | null {
  if (!isObject(reference)) return null;
  const message = state.messages.find(textOr(reference.message_id, ''));
  if (message !== undefined && message.channelId === channel.id && !isEphemeral(message)) return message.id;
  if (reference.fail_if_not_exists === false) return null;
  const place = new Place();
  place.at('message_reference').fail('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  refuseFaults(place);
  return null;
}
