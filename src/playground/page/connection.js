import { WORDS } from './words.js';

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 3000;

/** Something the server said could not be done, in a sentence for people. */
export class Refused extends Error {}

/** The live channel to the server: asks with an answer each, and events in between. Comes back by itself. */
export class Connection {
  /** @type {WebSocket | null} */
  #socket = null;
  #retryMs = FIRST_RETRY_MS;
  #seq = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** @type {(event: any) => void} */
  #onEvent;
  /** @type {(isOpen: boolean) => void} */
  #onState;

  /** @param {(event: any) => void} onEvent @param {(isOpen: boolean) => void} onState */
  constructor(onEvent, onState) {
    this.#onEvent = onEvent;
    this.#onState = onState;
    this.#open();
  }

  /** @param {Record<string, unknown>} request */
  ask(request) {
    const socket = this.#socket;
    if (socket === null || socket.readyState !== WebSocket.OPEN) return Promise.reject(new Refused(WORDS.offline));
    this.#seq += 1;
    const seq = this.#seq;
    return new Promise((resolve, reject) => {
      this.#waiting.set(seq, { resolve, reject });
      socket.send(JSON.stringify({ seq, ...request }));
    });
  }

  #open() {
    const socket = new WebSocket(`ws://${location.host}/live`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#retryMs = FIRST_RETRY_MS;
      this.#onState(true);
    });
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Refused(WORDS.lost));
      this.#waiting.clear();
      this.#onState(false);
      setTimeout(() => this.#open(), this.#retryMs);
      this.#retryMs = Math.min(LAST_RETRY_MS, this.#retryMs * 2);
    });
  }

  #receive(message) {
    if (message.seq === undefined) {
      this.#onEvent(message);
      return;
    }
    const waiting = this.#waiting.get(message.seq);
    this.#waiting.delete(message.seq);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Refused(message.problem.message));
  }
}
