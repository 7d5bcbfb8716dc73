import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { RestFault } from '../faults.ts';

/** An answer ready to be sent. */
export interface Handled {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

/** Does to a request what the switch says. Null: there is no answer to send. */
export async function applyFault(
  fault: RestFault,
  request: IncomingMessage,
  act: () => Promise<Handled>,
): Promise<Handled | null> {
  if (fault.kind === 'delay') {
    await wait(fault.ms);
    return act();
  }
  if ('when' in fault && fault.when === 'after') await act();
  else request.resume();
  switch (fault.kind) {
    case 'rate-limit':
      return rateLimited(fault);
    case 'server-error':
      return { status: fault.status ?? 503, body: { message: 'Service Unavailable', code: 0 }, headers: {} };
    case 'answer':
      return answerAsGiven(fault);
    case 'reset':
      request.socket.resetAndDestroy();
      return null;
    case 'hang-up':
      request.socket.end();
      return null;
    case 'silence':
      return null;
  }
}

function rateLimited(fault: Extract<RestFault, { kind: 'rate-limit' }>): Handled {
  const scope = fault.scope ?? 'user';
  const isGlobal = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: fault.retryAfterS, global: isGlobal },
    headers: {
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
      ...(fault.header === false ? {} : { 'retry-after': String(fault.retryAfterS) }),
    },
  };
}

function answerAsGiven(fault: Extract<RestFault, { kind: 'answer' }>): Handled {
  const type = fault.contentType === undefined ? {} : { contentType: fault.contentType };
  return { status: fault.status, body: fault.body, headers: {}, ...type };
}
