import type { RequestBody } from './body.ts';

/** A request as a route sees it. */
export interface Call extends RequestBody {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** `undefined` as a body: 204 without content. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** False: the token in the path is the key, no Authorization header is looked at. */
  readonly authorized: boolean;
  readonly handle: (call: Call) => Answer;
}

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function route(method: string, pattern: string, handle: Route['handle'], authorized = true): Route {
  return { method, pattern, handle, authorized };
}

export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method' }
  | { readonly kind: 'unknown' };

/** Finds the route of a decoded path. Fixed words win over parameters because their routes stand first. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const table = routes.map((entry) => ({ entry, parts: entry.pattern.split('/') }));
  return (method, path) => {
    const parts = path.split('/');
    let pathKnown = false;
    for (const { entry, parts: pattern } of table) {
      const params = matchParts(pattern, parts);
      if (params === null) continue;
      if (entry.method === method) return { kind: 'found', route: entry, params };
      pathKnown = true;
    }
    return { kind: pathKnown ? 'wrong-method' : 'unknown' };
  };
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, word] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (word.startsWith(':')) params[word.slice(1)] = part;
    else if (word !== part) return null;
  }
  return params;
}
