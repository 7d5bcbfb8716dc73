import type { IncomingMessage } from 'node:http';

/** Whether a request was meant for this machine: another site's name that points here (DNS rebinding) is not. */
export function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost';
}
