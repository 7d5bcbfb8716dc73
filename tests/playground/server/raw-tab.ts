import { once } from 'node:events';
import { WebSocket } from 'ws';

type Event = Readonly<Record<string, unknown>> & { readonly kind: string };
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly message: string } };

/** A tab of the page without a browser: asks, and keeps what it was told. */
export class RawTab {
  readonly events: Event[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #seq = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.seq === undefined) this.events.push(message);
      else this.#waiting.get(message.seq)?.(message);
    });
  }

  static async open(url: string): Promise<RawTab> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { origin: url });
    const tab = new RawTab(socket);
    await once(socket, 'open');
    while (tab.events.length === 0) await once(socket, 'message');
    return tab;
  }

  ask(request: Readonly<Record<string, unknown>>): Promise<Answer> {
    this.#seq += 1;
    const seq = this.#seq;
    return new Promise((resolve) => {
      this.#waiting.set(seq, resolve);
      this.#socket.send(JSON.stringify({ seq, ...request }));
    });
  }

  /** Sends whatever it is given, as it is. */
  send(text: string | Buffer): void {
    this.#socket.send(text);
  }

  of(kind: string): readonly Event[] {
    return this.events.filter((event) => event.kind === kind);
  }

  closed(): Promise<unknown> {
    return once(this.#socket, 'close');
  }

  close(): void {
    this.#socket.terminate();
  }
}
