import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, numberOr, objectOf, textOr } from '../json.ts';
import { isLocal } from '../rest/local-only.ts';
import type { LoopbackState } from '../state.ts';
import { wireGuildCreate } from '../wire/guild.ts';
import { wireSelf } from '../wire/user.ts';
import { GatewayFaults } from './gateway-faults.ts';
import { sendMembers } from './members-chunk.ts';
import { CLOSE, INTENT, KNOWN_INTENTS, OP, PRIVILEGED_INTENTS } from './opcodes.ts';
import { GatewaySession } from './session.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** Privileged intents the application may use; others are answered with 4014. */
  readonly allowedIntents: number;
}

const SENDS_PER_MINUTE = 120;

/** The gateway: sessions, their handshake and what the bot sends over them. Events come from `announce`. */
export class Gateway {
  readonly faults: GatewayFaults;
  readonly #state: LoopbackState;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, GatewaySession>();

  constructor(state: LoopbackState, options: GatewayOptions) {
    this.#state = state;
    this.#options = options;
    this.faults = new GatewayFaults(this.#server, this.#sessions);
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.faults.isDown || !isLocal(request)) {
        socket.destroy();
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (upgraded) =>
        this.#server.emit('connection', upgraded, request),
      );
    });
  }

  /** Sends an event to the sessions that serve the server and asked for it. */
  dispatch(event: string, data: unknown, guildId: string | null, intent = 0): void {
    for (const session of this.#sessions.values()) {
      if (session.serves(guildId) && session.wants(intent)) session.dispatch(event, data);
    }
  }

  sessions(): readonly GatewaySession[] {
    return [...this.#sessions.values()];
  }

  stop(): void {
    this.faults.stop();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
    this.#sessions.clear();
  }

  #greet(socket: WebSocket): void {
    let session: GatewaySession | null = null;
    let sends = 0;
    const window = setInterval(() => {
      sends = 0;
    }, 60_000).unref();
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearInterval(window);
      session?.detach(socket);
      // A client that says good-bye gives up its session.
      if (session !== null && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    });
    socket.on('message', (data) => {
      sends += 1;
      if (sends > SENDS_PER_MINUTE) return socket.close(CLOSE.rateLimited, 'You are being rate limited.');
      const payload = parse(String(data));
      if (payload === null) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      if (payload.op === OP.heartbeat) return this.#beat(socket);
      if (payload.op !== OP.identify && payload.op !== OP.resume) return this.#afterLogin(socket, session, payload);
      if (session?.socket === socket) return socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
      session =
        payload.op === OP.identify
          ? this.#identify(socket, objectOf(payload.d))
          : this.#resume(socket, objectOf(payload.d));
    });
    socket.send(
      JSON.stringify({ op: OP.hello, t: null, s: null, d: { heartbeat_interval: this.#options.heartbeatIntervalMs } }),
    );
  }

  #beat(socket: WebSocket): void {
    if (!this.faults.losesAck()) socket.send(JSON.stringify({ op: OP.heartbeatAck, t: null, s: null, d: null }));
  }

  #afterLogin(socket: WebSocket, session: GatewaySession | null, payload: JsonObject): void {
    if (session === null) socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
    else if (payload.op === OP.requestMembers) sendMembers(this.#state, session, objectOf(payload.d));
    else if (payload.op !== OP.presence && payload.op !== OP.voice)
      socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
  }

  #identify(socket: WebSocket, data: JsonObject): GatewaySession | null {
    const intents = numberOr(data.intents, -1);
    const shard = readShard(data.shard);
    const refusal = this.#refusal(textOr(data.token, ''), intents, shard);
    if (refusal !== null || shard === null) {
      socket.close(refusal?.code ?? CLOSE.invalidShard, refusal?.reason);
      return null;
    }
    this.#forgetLost(shard);
    const session = new GatewaySession(socket, intents, shard);
    this.#sessions.set(session.id, session);
    this.#ready(session);
    return session;
  }

  /** A client that identifies anew has given up the session it lost. */
  #forgetLost([index, count]: readonly [number, number]): void {
    for (const { id, socket, shard } of this.#sessions.values()) {
      if (socket === null && shard[0] === index && shard[1] === count) this.#sessions.delete(id);
    }
  }

  #refusal(token: string, intents: number, shard: readonly [number, number] | null) {
    if (token.replace(/^Bot /, '') !== this.#options.token) {
      return { code: CLOSE.authenticationFailed, reason: 'Authentication failed.' };
    }
    if (shard === null) return { code: CLOSE.invalidShard, reason: 'Invalid shard.' };
    if (intents < 0 || (intents & ~KNOWN_INTENTS) !== 0)
      return { code: CLOSE.invalidIntents, reason: 'Invalid intent(s).' };
    const privileged = intents & PRIVILEGED_INTENTS & ~this.#options.allowedIntents;
    return privileged === 0 ? null : { code: CLOSE.disallowedIntents, reason: 'Disallowed intent(s).' };
  }

  #ready(session: GatewaySession): void {
    const { world } = this.#state;
    const guilds = world.guilds().filter((guild) => session.serves(guild.id));
    session.dispatch('READY', {
      v: 10,
      user: wireSelf(world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#state.origin().replace('http', 'ws'),
      shard: session.shard,
      application: { id: world.bot.id, flags: 0 },
      private_channels: [],
      user_settings: {},
      relationships: [],
      presences: [],
      guild_join_requests: [],
      geo_ordered_rtc_regions: [],
      _trace: [],
    });
    if (!session.wants(INTENT.guilds)) return;
    for (const guild of guilds) if (guild.available) session.dispatch('GUILD_CREATE', wireGuildCreate(guild, world));
  }

  #resume(socket: WebSocket, data: JsonObject): GatewaySession | null {
    if (textOr(data.token, '').replace(/^Bot /, '') !== this.#options.token) {
      socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
      return null;
    }
    const session = this.#sessions.get(textOr(data.session_id, ''));
    if (session?.resume(socket, numberOr(data.seq, 0)) === true) return session;
    socket.send(JSON.stringify({ op: OP.invalidSession, t: null, s: null, d: false }));
    return null;
  }
}

function readShard(value: unknown): readonly [number, number] | null {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [index, count] = value.map(Number);
  if (index === undefined || count === undefined || !(index >= 0 && index < count)) return null;
  return [index, count];
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
