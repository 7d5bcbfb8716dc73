/** One REST request and how it was answered. `fault` names the switch that answered it, if one did. */
export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10`, decoded, without query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
  readonly fault: string | null;
  readonly atMs: number;
  readonly tookMs: number;
}

const KEPT = 20_000;

/** The requests so far, oldest first; beyond twenty thousand the oldest are dropped. */
export class RequestLog {
  #requests: RecordedRequest[] = [];

  add(request: RecordedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > KEPT * 1.1) this.#requests = this.#requests.slice(-KEPT);
  }

  all(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** Those the server itself refused as wrong (4xx not made by a switch). */
  refusals(): readonly RecordedRequest[] {
    return this.#requests.filter(isRefusal);
  }

  clear(): void {
    this.#requests = [];
  }
}

export function isRefusal(request: RecordedRequest): boolean {
  return request.fault === null && request.status >= 400 && request.status < 500;
}
