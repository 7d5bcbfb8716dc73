import {
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  type Guild,
  MessageFlags,
  RateLimitError,
  REST,
  Routes,
  Status,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ScheduleProblem } from '../lore/schedule.ts';
import type { Document } from '../messages/document.ts';
import { schedule as words } from '../messages/en/schedule.ts';
import type { Notice, PostSender, Sending, Sent } from '../schedule/sender.ts';
import { type CardSource, card } from './card.ts';
import { notice as noticeCard } from './notice.ts';
import { postingProblem } from './surroundings.ts';

/** A card and the command that its buttons ask again. */
export interface PostCard {
  readonly document: Document;
  readonly source: CardSource | null;
}

export interface PostSenderParts {
  readonly client: Client;
  readonly apiUrl: string;
  readonly token: string;
  readonly log: Logger;
  /** Where keepers read what happens, if the server has such a place. */
  noticeChannel(guildId: string): string | null;
}

/** What Discord's error codes say of a channel. */
const PROBLEMS: ReadonlyMap<number | string, ScheduleProblem> = new Map([
  [10003, 'no-channel'],
  [50001, 'no-access'],
  [50013, 'no-access'],
  [50008, 'not-a-text-channel'],
]);
/** Nothing was connected to: no request can have arrived. */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/**
 * Sends posts, once each: a client of its own, as the bot's repeats requests that may have been carried out, and waits
 * on rate limits for longer than a nonce is remembered. Here the scheduler decides about both.
 */
export function postSender({ client, apiUrl, token, log, noticeChannel }: PostSenderParts): PostSender<PostCard> {
  const rest = new REST({ api: apiUrl, version: '10', retries: 0, rejectOnRateLimit: () => true });
  return {
    isReady: (guildId) => {
      const guild = client.guilds.cache.get(guildId);
      return guild?.available === true && guild.shard.status === Status.Ready;
    },
    send: async (sending) => {
      const problem = postingProblem(client, sending.guildId, sending.channel);
      if (problem !== null) return { kind: 'refused', problem: KINDS[problem.kind], why: problem.kind };
      if (sending.withinMs <= 0) return { kind: 'not-sent', retryAfterMs: null };
      // Set each time: a 401 would take it away for good.
      rest.setToken(token);
      try {
        const signal = AbortSignal.timeout(sending.withinMs);
        const role = roleThere(client, sending);
        const body = bodyOf({ ...sending, role });
        const sent = await rest.post(Routes.channelMessages(sending.channel), { body, signal });
        return { kind: 'sent', message: (sent as { readonly id: string }).id };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    tellAdmins: async (guildId, notice) => {
      const guild = client.guilds.cache.get(guildId);
      if (guild === undefined) return;
      const told = await tell(client, guild, notice, noticeChannel(guildId));
      log[told ? 'info' : 'warn']({ guild: guildId, notice, told }, 'those who run a server were told of a post');
    },
  };
}

const KINDS = {
  'no-such-channel': 'no-channel',
  'not-a-text-channel': 'not-a-text-channel',
  'missing-permissions': 'no-access',
} as const;

/** The role to mention, unless it is gone. */
function roleThere(client: Client, { guildId, role }: Sending<PostCard>): string | null {
  return role !== null && client.guilds.cache.get(guildId)?.roles.cache.has(role) === true ? role : null;
}

function bodyOf({ card: { document, source }, role, nonce }: Sending<PostCard>) {
  const mention = role === null ? [] : [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }];
  return {
    components: [...mention, ...card(document, source)],
    flags: MessageFlags.IsComponentsV2,
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [], roles: role === null ? [] : [role] },
  };
}

/** Whether it can have arrived: only an answer of Discord itself says that it has not. */
function outcomeOf(error: unknown): Sent {
  if (error instanceof RateLimitError) return { kind: 'not-sent', retryAfterMs: error.timeToReset };
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return { kind: 'not-sent', retryAfterMs: null };
    return { kind: 'refused', problem: PROBLEMS.get(error.code) ?? null, why: error.message };
  }
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return NOT_CONNECTED.test(code) ? { kind: 'not-sent', retryAfterMs: null } : { kind: 'unknown' };
}

/** To the owner, else where keepers read: whoever can be reached first. Whatever fails here is no reason to stop. */
async function tell(client: Client, guild: Guild, notice: Notice, channel: string | null): Promise<boolean> {
  const named = client.channels.cache.get(notice.channel);
  const name = named !== undefined && 'name' in named && named.name !== null ? `#${named.name}` : 'its channel';
  const message = {
    components: noticeCard(words.notice(notice, name, guild.name)),
    flags: MessageFlags.IsComponentsV2,
  } as const;
  const place = channel === null ? undefined : client.channels.cache.get(channel);
  const ways = [
    () => client.users.send(guild.ownerId, message),
    ...(place?.isSendable() === true ? [() => place.send(message)] : []),
  ];
  for (const send of ways) {
    try {
      await send();
      return true;
    } catch {
      // The next way, then; if none is left, the log and /lorebook schedule say it.
    }
  }
  return false;
}

/** Calls back when the bot comes to a server or is taken from one; an outage is neither. */
export function onServers(client: Client, came: (guildId: string) => void, left: (guildId: string) => void): void {
  client.on(Events.GuildCreate, ({ id }) => came(id));
  client.on(Events.GuildDelete, ({ id }) => left(id));
}
