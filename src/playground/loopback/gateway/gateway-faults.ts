import type { WebSocketServer } from 'ws';
import { OP } from './opcodes.ts';
import type { GatewaySession } from './session.ts';

/** Switches that make the gateway misbehave. */
export class GatewayFaults {
  readonly #server: WebSocketServer;
  readonly #sessions: Map<string, GatewaySession>;
  #lostAcks = 0;
  #down: NodeJS.Timeout | null = null;
  #isDown = false;

  constructor(server: WebSocketServer, sessions: Map<string, GatewaySession>) {
    this.#server = server;
    this.#sessions = sessions;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** Op 7: asks every session to reconnect and resume. */
  reconnect(): void {
    this.#toAll({ op: OP.reconnect, t: null, s: null, d: null });
  }

  /** Op 9: declares every session invalid. Not resumable ones are forgotten. */
  invalidate(resumable: boolean): void {
    this.#toAll({ op: OP.invalidSession, t: null, s: null, d: resumable });
    if (!resumable) this.#sessions.clear();
    // A resumable session may be taken up again on the connection it has.
    for (const session of this.#sessions.values()) session.release();
  }

  /** Op 1: asks for a heartbeat now. */
  askForHeartbeat(): void {
    this.#toAll({ op: OP.heartbeat, t: null, s: null, d: null });
  }

  /** The next `count` heartbeats are not acknowledged. */
  loseAcks(count: number): void {
    this.#lostAcks = count;
  }

  /** Closes every connection with a code, as Discord closes it. */
  close(code: number, reason = ''): void {
    for (const socket of this.#server.clients) socket.close(code, reason);
  }

  /** Cuts every connection without a word (1006 on the other side). */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Forgets every session, so that a resume is refused. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  /** Cuts every connection and takes no new one for a while. */
  goDown(ms: number): void {
    this.#isDown = true;
    this.cut();
    if (this.#down !== null) clearTimeout(this.#down);
    this.#down = setTimeout(() => {
      this.#isDown = false;
    }, ms);
  }

  losesAck(): boolean {
    if (this.#lostAcks <= 0) return false;
    this.#lostAcks -= 1;
    return true;
  }

  stop(): void {
    if (this.#down !== null) clearTimeout(this.#down);
  }

  #toAll(payload: unknown): void {
    for (const session of this.#sessions.values()) session.send(payload);
  }
}
