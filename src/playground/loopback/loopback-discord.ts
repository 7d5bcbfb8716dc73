import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Changes } from './changes.ts';
import { RestFaults } from './faults.ts';
import { announce } from './gateway/announce.ts';
import { Gateway } from './gateway/gateway.ts';
import type { GatewayFaults } from './gateway/gateway-faults.ts';
import { interactionPayload } from './gateway/interaction-payload.ts';
import { Interactions } from './interactions/interactions.ts';
import type { JsonObject } from './json.ts';
import { DEFAULT_OPTIONS, type LoopbackOptions } from './loopback-options.ts';
import { WorldBuilder } from './loopback-world.ts';
import { Actor, type Standpoint } from './person/actor.ts';
import { serveAttachment } from './rest/attachment-files.ts';
import { isLocal } from './rest/local-only.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { type RecordedRequest, RequestLog } from './rest/request-log.ts';
import { createRestHandler } from './rest/rest-server.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { identityRoutes } from './routes/identity.ts';
import { messageRoutes } from './routes/messages.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { LoopbackState } from './state.ts';
import { wireMessage } from './wire/message.ts';
import { Commands, type StoredCommand } from './world/commands.ts';
import { Messages } from './world/messages.ts';
import type { Message, User } from './world/model.ts';
import { World } from './world/world.ts';

/**
 * A Discord of one's own on 127.0.0.1: REST v10 and gateway for one application, with servers and people that code moves.
 * What it does not imitate is listed in docs/loopback.md.
 */
export class LoopbackDiscord extends WorldBuilder {
  readonly token: string;
  /** Switches for the REST side. */
  readonly faults: RestFaults;
  /** Switches for the gateway. */
  readonly gatewayFaults: GatewayFaults;
  readonly rateLimits: RateLimits;
  readonly changes: Changes;
  readonly #state: LoopbackState;
  readonly #gateway: Gateway;
  readonly #http: Server;
  readonly #log = new RequestLog();
  #port = 0;

  private constructor(options: Required<LoopbackOptions>) {
    const changes = new Changes();
    const world = new World(options.clock, changes, options.botName);
    super(world);
    this.token = options.token;
    this.changes = changes;
    this.#state = {
      clock: options.clock,
      changes,
      world,
      messages: new Messages(changes),
      commands: new Commands(changes, world.ids),
      interactions: new Interactions(options.clock, world.ids, changes, options.givesUpAfterMs),
      origin: () => this.origin,
      attachmentBytes: () => options.attachmentBytes,
      gateway: { shards: options.shards, maxConcurrency: options.maxConcurrency },
    };
    this.#gateway = new Gateway(this.#state, options);
    this.gatewayFaults = this.#gateway.faults;
    this.faults = new RestFaults();
    this.rateLimits = new RateLimits();
    changes.on((change) => announce(this.#gateway, this.#state, change));
    this.#http = createServer(this.#serve(options));
    // Longer than any client keeps an idle connection, so that none is closed under a request.
    this.#http.keepAliveTimeout = 120_000;
    this.#gateway.attach(this.#http);
  }

  /** Listens on 127.0.0.1 and answers from then on. */
  static async start(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
    const discord = new LoopbackDiscord({ ...DEFAULT_OPTIONS, ...options });
    await discord.#listen(options.port ?? DEFAULT_OPTIONS.port);
    return discord;
  }

  async stop(): Promise<void> {
    this.#state.interactions.stop();
    this.#gateway.stop();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What `rest.api` of a discord.js client is set to. */
  get apiUrl(): string {
    return `${this.origin}/api`;
  }

  get bot(): User {
    return this.#state.world.bot;
  }

  /** The world as it is now, for reading. */
  get world(): Pick<World, 'guilds' | 'guild' | 'channel' | 'user' | 'permissionsIn'> {
    return this.#state.world;
  }

  /** How many shards are connected now. */
  get connections(): number {
    return this.#gateway.sessions().filter((session) => session.socket !== null).length;
  }

  /** A person on a server; with null, in the direct messages with the bot. */
  as(guildId: string | null, userId: string, channelId?: string): Actor {
    return new Actor(this.#actorParts(), this.#standpoint(guildId, userId, channelId));
  }

  /** The commands registered for a server, or globally. */
  registeredCommands(guildId: string | null = null): readonly StoredCommand[] {
    return this.#state.commands.list(guildId);
  }

  /** The commands a server's people can choose from: its own and the global ones. */
  visibleCommands(guildId: string | null): readonly StoredCommand[] {
    return this.#state.commands.visibleIn(guildId);
  }

  /** The messages of a channel that one person sees, oldest first; without a person, those everyone sees. */
  messages(channelId: string, viewerId: string | null = null): readonly Message[] {
    return this.#state.messages
      .inChannel(channelId)
      .filter((message) => message.viewerId === null || message.viewerId === viewerId);
  }

  message(id: string): Message | undefined {
    return this.#state.messages.find(id);
  }

  /** A message as REST shows it, with the addresses of its files. */
  wire(message: Message): JsonObject {
    return wireMessage(message, this.#state.world, this.origin);
  }

  /** The messages of the direct conversation with a person. */
  directMessages(userId: string): readonly Message[] {
    const user = this.#state.world.user(userId);
    return user === undefined ? [] : this.messages(this.#state.world.dmWith(user).id, userId);
  }

  /** Every REST request so far. */
  requests(): readonly RecordedRequest[] {
    return this.#log.all();
  }

  /** Every request the server refused as wrong: a test asserts that there are none. */
  refusals(): readonly RecordedRequest[] {
    return this.#log.refusals();
  }

  clearRequests(): void {
    this.#log.clear();
  }

  #standpoint(guildId: string | null, userId: string, channelId: string | undefined): Standpoint {
    const { world } = this.#state;
    const user = world.user(userId);
    if (user === undefined) throw new Error(`There is no user ${userId}.`);
    if (guildId === null) return { guildId, userId, channelId: channelId ?? world.dmWith(user).id };
    const first = [...(world.guild(guildId)?.channels.keys() ?? [])][0];
    const chosen = channelId ?? first;
    if (chosen === undefined) throw new Error(`The server ${guildId} has no channel to act in.`);
    return { guildId, userId, channelId: chosen };
  }

  #actorParts() {
    const dispatch: ConstructorParameters<typeof Actor>[0]['dispatch'] = (interaction) =>
      this.#gateway.dispatch('INTERACTION_CREATE', interactionPayload(this.#state, interaction), interaction.guildId);
    return { state: this.#state, log: this.#log, dispatch };
  }

  #serve(options: Required<LoopbackOptions>) {
    const state = this.#state;
    const handle = createRestHandler({
      routes: [identityRoutes, commandRoutes, guildRoutes, messageRoutes, callbackRoutes, webhookRoutes].flatMap(
        (make) => make(state),
      ),
      clock: options.clock,
      changes: this.changes,
      faults: this.faults,
      limits: this.rateLimits,
      log: this.#log,
      isAuthorized: (header) => header === `Bot ${options.token}`,
    });
    return (request: IncomingMessage, response: ServerResponse): void => {
      if (!isLocal(request)) {
        response.writeHead(403).end();
        return;
      }
      if (serveAttachment(state.messages, request, response)) return;
      handle(request, response).catch(() => response.destroy());
    };
  }

  #listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', () => {
        this.#http.off('error', reject);
        this.#port = (this.#http.address() as AddressInfo).port;
        resolve();
      });
    });
  }
}
