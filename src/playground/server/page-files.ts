import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const PAGE = join(import.meta.dirname, '..', 'page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
  /** A `Link` header that names the modules a page will ask for, so that they come at once and not one after another. */
  readonly links: string | null;
}

/** The page's files by address, read once: nothing that is not in this map can be asked for. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(PAGE, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const bytes = readFileSync(join(PAGE, name));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`;
    files.set(`/${name.split(sep).join('/')}`, { type, bytes, tag, links: null });
  }
  const index = files.get('/index.html');
  const modules = [...files.keys()].filter((path) => path.endsWith('.js'));
  const links = modules.map((path) => `<${path}>; rel=modulepreload`).join(', ');
  if (index !== undefined) files.set('/', { ...index, links });
  return files;
}

export function servePageFile(
  file: PageFile,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const headers = {
    'content-type': file.type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
    etag: file.tag,
    ...(file.links === null ? {} : { link: file.links }),
  };
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** What the page may load: its own files, its own live channel, and files that came with messages. No inline script or style. */
export function contentPolicy(port: number, filesOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${filesOrigin}`,
    `media-src ${filesOrigin}`,
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
