import type { IncomingHttpHeaders } from 'node:http';

export type Refused = 'foreign-host' | 'foreign-origin';

/**
 * Why a request may not be answered, or null. Another site open in the same browser can send requests here, but
 * the browser then names that site in `Origin` or `Sec-Fetch-Site`; and a name of its own that points at this machine
 * (DNS rebinding) stands in `Host`. A program without a browser sends neither and is the host's own.
 */
export function refusalOf(
  headers: IncomingHttpHeaders,
  port: number,
  kind: 'page' | 'action' | 'live',
): Refused | null {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? '';
  if (!names.includes(host)) return 'foreign-host';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign-origin';
  // A link to the page from elsewhere is fine; anything that reads or changes is not.
  if (kind === 'page') return null;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-origin';
  if (kind === 'live' && origin === undefined) return 'foreign-origin';
  // A form of another site cannot set a header of its own without asking first, and is refused when it asks.
  if (kind === 'action' && headers['x-playground'] === undefined) return 'foreign-origin';
  return null;
}
