/** What a switch does to the requests it matches. */
export type RestFault =
  /** 429. `header: false` leaves out Retry-After, which makes discord.js retry at once and for ever. */
  | {
      readonly kind: 'rate-limit';
      readonly scope?: 'user' | 'shared' | 'global';
      readonly retryAfterS: number;
      readonly header?: boolean;
    }
  /** 5xx, before the request is carried out or after. */
  | { readonly kind: 'server-error'; readonly status?: number; readonly when?: 'before' | 'after' }
  /** The connection is reset (RST) instead of an answer. */
  | { readonly kind: 'reset'; readonly when?: 'before' | 'after' }
  /** The connection is closed in good order (FIN) instead of an answer. */
  | { readonly kind: 'hang-up'; readonly when?: 'before' | 'after' }
  /** Nothing is ever answered. */
  | { readonly kind: 'silence'; readonly when?: 'before' | 'after' }
  /** Answers late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Any answer, as it stands: 401, 403, an HTML page. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly contentType?: string };

export interface FaultTarget {
  readonly method?: string;
  /** A path without `/api/v10`; `*` stands for one part, `**` for any rest. Or a pattern. */
  readonly path?: string | RegExp;
  /** How many matching requests it answers; 1 unless given. */
  readonly times?: number;
}

interface ArmedFault {
  readonly fault: RestFault;
  readonly method: string | null;
  readonly pattern: RegExp;
  left: number;
}

/** Switches that make the REST side misbehave, each for the next n matching requests. */
export class RestFaults {
  #armed: ArmedFault[] = [];

  /** Returns the function that switches it off again. */
  arm(fault: RestFault, target: FaultTarget = {}): () => void {
    const armed: ArmedFault = {
      fault,
      method: target.method?.toUpperCase() ?? null,
      pattern: typeof target.path === 'object' ? target.path : patternOf(target.path ?? '/**'),
      left: target.times ?? 1,
    };
    this.#armed.push(armed);
    return () => this.#drop(armed);
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault for this request, used up by one. */
  take(method: string, path: string): RestFault | null {
    const armed = this.#armed.find(
      (held) => (held.method === null || held.method === method) && held.pattern.test(path),
    );
    if (armed === undefined) return null;
    armed.left -= 1;
    if (armed.left <= 0) this.#drop(armed);
    return armed.fault;
  }

  #drop(armed: ArmedFault): void {
    this.#armed = this.#armed.filter((held) => held !== armed);
  }
}

function patternOf(path: string): RegExp {
  const source = path
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    )
    .join('/');
  return new RegExp(`^${source}$`);
}
