import type { Change } from '../loopback/changes.ts';
import type { Interaction } from '../loopback/interactions/interaction.ts';
import { isObject, objectOf, textOr } from '../loopback/json.ts';
import type { RecordedRequest } from '../loopback/rest/request-log.ts';

/** A request of the bot's that the loopback Discord refused, as a developer needs it. */
export interface RefusalView {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number | null;
  readonly message: string;
  /** Every fault with its place in the body: `components[0].content`. */
  readonly faults: readonly { readonly at: string; readonly code: string; readonly message: string }[];
  readonly body: string;
  readonly atMs: number;
  /** Where it can be shown beside what caused it. */
  readonly channelId: string | null;
}

const KEPT = 50;
const KEPT_INTERACTIONS = 500;
const LONGEST_BODY = 20_000;

/** The latest refusals, and which channel each belongs to. */
export class Refusals {
  readonly #latest: RefusalView[] = [];
  readonly #channelByKey = new Map<string, string>();

  latest(): readonly RefusalView[] {
    return this.#latest;
  }

  /** Remembers where an interaction took place: its id and token are all that the paths of its answers say. */
  note(change: Change): void {
    if (change.kind !== 'interaction-created') return;
    const { id, token, channelId }: Interaction = change.interaction;
    this.#channelByKey.set(id, channelId).set(token, channelId);
    for (const key of this.#channelByKey.keys()) {
      if (this.#channelByKey.size <= KEPT_INTERACTIONS * 2) break;
      this.#channelByKey.delete(key);
    }
  }

  add(request: RecordedRequest): RefusalView {
    const answer = objectOf(request.answer);
    const parts = request.path.split('/');
    const key = parts.find((part) => this.#channelByKey.has(part));
    const named = parts[1] === 'channels' ? (parts[2] ?? null) : null;
    const body = request.body === undefined ? '' : JSON.stringify(request.body, null, 2);
    const refusal: RefusalView = {
      method: request.method,
      // The token is the bot's key to the interaction and no help to a reader.
      path: parts.map((part) => (part.length > 40 ? '…' : part)).join('/'),
      status: request.status,
      code: typeof answer.code === 'number' ? answer.code : null,
      message: textOr(answer.message, ''),
      faults: faultsOf(answer.errors, ''),
      body: body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}…` : body,
      atMs: request.atMs,
      channelId: key === undefined ? named : (this.#channelByKey.get(key) ?? null),
    };
    this.#latest.push(refusal);
    if (this.#latest.length > KEPT) this.#latest.shift();
    return refusal;
  }
}

export function faultsOf(tree: unknown, at: string): RefusalView['faults'] {
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key !== '_errors')
      return faultsOf(value, /^\d+$/.test(key) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`);
    const leaves = Array.isArray(value) ? value.filter(isObject) : [];
    return leaves.map((leaf) => ({ at, code: textOr(leaf.code, ''), message: textOr(leaf.message, '') }));
  });
}
