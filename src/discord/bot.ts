import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, type Interaction } from 'discord.js';
import { fail, ok, type Result } from '../lore/result.ts';
import { createClient } from './client.ts';
import { commandsJson } from './command-json.ts';
import { type GuildParts, watchGuilds } from './guilds.ts';
import { inviteUrl } from './invite.ts';
import { countLatencies, timed } from './latencies.ts';
import { registerCommands } from './registration.ts';
import { createRouter, type RouterParts } from './router.ts';

export interface BotOptions extends RouterParts {
  readonly token: string;
  readonly apiUrl: string;
  /** Called once if Discord will never take this bot back: a revoked token, intents that were switched off. */
  readonly onDead: (problem: BotProblem) => void;
  readonly guilds: Omit<GuildParts, 'log'>;
}

export type BotProblem =
  | { readonly kind: 'token-invalid' }
  | { readonly kind: 'intents-disallowed' }
  | { readonly kind: 'unreachable'; readonly why: string };

export interface Bot {
  readonly client: Client;
  readonly inviteUrl: string;
  /** Takes no more interactions, waits for those under way (at most `graceMs`), leaves Discord. */
  stop(graceMs: number): Promise<void>;
}

/** Gateway close codes after which Discord takes no more attempts. */
const DEAD_CODES: ReadonlyMap<number, BotProblem> = new Map([
  [4004, { kind: 'token-invalid' }],
  [4013, { kind: 'intents-disallowed' }],
  [4014, { kind: 'intents-disallowed' }],
]);

/** Logs in, registers the commands where they differ, and answers interactions until it is stopped. */
export async function startBot(options: BotOptions): Promise<Result<Bot, BotProblem>> {
  const { log } = options;
  const client = createClient(options.apiUrl);
  const latencies = countLatencies();
  const handle = timed(createRouter({ ...options, latencies }), latencies);
  const underWay = new Set<Promise<void>>();
  const take = (interaction: Interaction): void => {
    const done = handle(interaction).finally(() => underWay.delete(done));
    underWay.add(done);
  };
  client.on(Events.InteractionCreate, take);
  watchGuilds(client, { ...options.guilds, log });
  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client reported an error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord had an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const problem = DEAD_CODES.get(code);
    if (problem !== undefined && client.isReady()) options.onDead(problem);
  });
  client.on(Events.Invalidated, () => options.onDead({ kind: 'token-invalid' }));
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(options.token);
    const { application, guilds } = await ready;
    const commands = await registerCommands(client.rest, application.id, commandsJson(options.groups));
    const url = inviteUrl(application.id);
    log.info({ guilds: guilds.cache.size, commands, invite: url }, 'ready');
    return ok({ client, inviteUrl: url, stop: (graceMs) => stop(client, underWay, take, graceMs) });
  } catch (error) {
    const problem = problemOf(error);
    await client.destroy();
    if (problem === undefined) throw error;
    return fail(problem);
  }
}

async function stop(
  client: Client,
  underWay: ReadonlySet<Promise<void>>,
  take: (interaction: Interaction) => void,
  graceMs: number,
): Promise<void> {
  client.off(Events.InteractionCreate, take);
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([Promise.all(underWay), grace]);
  clearTimeout(timer);
  await client.destroy();
}

function problemOf(error: unknown): BotProblem | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return { kind: 'token-invalid' };
  if (error instanceof Error && /disallowed intents|privileged intent/i.test(error.message)) {
    return { kind: 'intents-disallowed' };
  }
  if (hasStatus(error, 401)) return { kind: 'token-invalid' };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    /^(E[A-Z]+|UND_ERR)/.test(cause.code)
  ) {
    return { kind: 'unreachable', why: cause.message };
  }
  return undefined;
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Error && 'status' in error && error.status === status;
}
