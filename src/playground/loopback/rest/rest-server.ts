import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Changes } from '../changes.ts';
import type { LoopbackClock } from '../clock.ts';
import type { RestFault, RestFaults } from '../faults.ts';
import { ApiError, REFUSAL } from './api-error.ts';
import { parseBody, readBytes } from './body.ts';
import { applyFault, type Handled } from './fault-answer.ts';
import type { RateLimits } from './rate-limits.ts';
import { isRefusal, type RecordedRequest, type RequestLog } from './request-log.ts';
import { createRouter, type Route } from './router.ts';

export interface RestServerParts {
  readonly routes: readonly Route[];
  readonly clock: LoopbackClock;
  readonly changes: Changes;
  readonly faults: RestFaults;
  readonly limits: RateLimits;
  readonly log: RequestLog;
  readonly isAuthorized: (header: string | undefined) => boolean;
}

const PREFIX = /^\/api(\/v\d+)?(?=\/)/;

/** Answers REST requests: faults, key, route, body, limits, record, in this order. */
export function createRestHandler(parts: RestServerParts) {
  const find = createRouter(parts.routes);

  const handle = async (
    request: IncomingMessage,
    method: string,
    path: string,
    query: string,
    seen: { body: unknown },
  ): Promise<Handled> => {
    // The body is read before anything is refused, or the client may see its connection break.
    const bytes = await readBytes(request);
    const match = find(method, path);
    if (match.kind === 'unknown') throw REFUSAL.notFound();
    if (match.kind === 'wrong-method') throw REFUSAL.methodNotAllowed();
    if (match.route.authorized && !parts.isAuthorized(request.headers.authorization)) throw REFUSAL.unauthorized();
    const parsed = await parseBody(bytes, request.headers['content-type'] ?? '');
    seen.body = parsed.json;
    const { channel, guild, token } = match.params;
    const limit = parts.limits.take(method, match.route.pattern, channel ?? guild ?? token ?? '');
    if (limit.retryAfterS !== null) {
      const body = { message: 'You are being rate limited.', retry_after: limit.retryAfterS, global: false };
      return {
        status: 429,
        body,
        headers: { ...limit.headers, 'retry-after': limit.retryAfterS.toFixed(3), 'x-ratelimit-scope': 'user' },
      };
    }
    try {
      const answer = match.route.handle({ ...parsed, params: match.params, query: new URLSearchParams(query) });
      return { status: answer.status, body: answer.body, headers: limit.headers };
    } catch (error) {
      return { ...refusal(error), headers: limit.headers };
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const method = request.method ?? 'GET';
    const [rawPath = '', query = ''] = (request.url ?? '/').split('?', 2);
    const path = decoded(rawPath.replace(PREFIX, ''));
    const seen: { body: unknown } = { body: undefined };
    const act = () => handle(request, method, path, query, seen).catch(refusal);
    const fault: RestFault | null = parts.faults.take(method, path);
    const handled = fault === null ? await act() : await applyFault(fault, request, act);
    const recorded: RecordedRequest = {
      method,
      path,
      query,
      body: seen.body,
      status: handled === null ? 0 : handled.status,
      answer: handled?.body,
      fault: fault === null ? null : fault.kind,
      atMs: parts.clock.now(),
      tookMs: performance.now() - started,
    };
    parts.log.add(recorded);
    parts.changes.emit({ kind: 'request', request: recorded });
    if (isRefusal(recorded)) parts.changes.emit({ kind: 'refused', request: recorded });
    if (handled !== null) send(response, handled);
  };
}

function refusal(error: unknown): Handled {
  if (error instanceof ApiError) return { status: error.status, body: error.body, headers: {} };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`The loopback Discord failed on a request: ${detail}\n`);
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers: {} };
}

function send(response: ServerResponse, handled: Handled): void {
  // A 204 carries no content type: discord.js would try to read JSON.
  if (handled.body === undefined) {
    response.writeHead(handled.status, handled.headers).end();
    return;
  }
  const type = handled.contentType ?? 'application/json';
  const text =
    typeof handled.body === 'string' && type !== 'application/json' ? handled.body : JSON.stringify(handled.body);
  response.writeHead(handled.status, { ...handled.headers, 'content-type': type }).end(text);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
