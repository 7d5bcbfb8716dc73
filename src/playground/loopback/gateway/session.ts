import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { shardOf } from '../snowflake.ts';
import { OP } from './opcodes.ts';

const REPLAYED_AT_MOST = 5_000;

interface Dispatch {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** A gateway session outlives its connection: what happens meanwhile is kept and replayed on resume. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [number, number];
  #socket: WebSocket | null;
  #seq = 0;
  #sent: Dispatch[] = [];

  constructor(socket: WebSocket, intents: number, shard: readonly [number, number]) {
    this.#socket = socket;
    this.intents = intents;
    this.shard = shard;
  }

  get socket(): WebSocket | null {
    return this.#socket;
  }

  get seq(): number {
    return this.#seq;
  }

  dispatch(event: string, data: unknown): void {
    this.#seq += 1;
    const payload = { op: OP.dispatch, t: event, s: this.#seq, d: data };
    this.#sent.push(payload);
    if (this.#sent.length > REPLAYED_AT_MOST * 1.2) this.#sent = this.#sent.slice(-REPLAYED_AT_MOST);
    this.send(payload);
  }

  send(payload: unknown): void {
    if (this.#socket?.readyState === this.#socket?.OPEN) this.#socket?.send(JSON.stringify(payload));
  }

  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = null;
  }

  /** Lets go of its connection, which stays open. */
  release(): void {
    this.#socket = null;
  }

  /** Takes up a new connection and sends again what came after `seq`; false when that is no longer known. */
  resume(socket: WebSocket, seq: number): boolean {
    const oldest = this.#sent[0]?.s ?? 1;
    if (seq > this.#seq || seq + 1 < oldest) return false;
    this.#socket?.terminate();
    this.#socket = socket;
    for (const payload of this.#sent) if (payload.s > seq) this.send(payload);
    this.dispatch('RESUMED', {});
    return true;
  }

  wants(intent: number): boolean {
    return (this.intents & intent) === intent;
  }

  /** Direct messages and what belongs to no server go to shard 0. */
  serves(guildId: string | null): boolean {
    const [index, count] = this.shard;
    return guildId === null ? index === 0 : shardOf(guildId, count) === index;
  }
}
