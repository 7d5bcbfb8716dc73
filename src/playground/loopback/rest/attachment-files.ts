import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Messages } from '../world/messages.ts';

/** Serves a file that came with a message or a command; false when the address is not one of those. */
export function serveAttachment(messages: Messages, request: IncomingMessage, response: ServerResponse): boolean {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const id = /^\/attachments\/\d+\/(\d+)\//.exec(path)?.[1];
  if (id === undefined) return false;
  const attachment = messages.attachment(id);
  if (attachment === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return true;
  }
  const headers = {
    'content-type': attachment.contentType,
    'content-length': attachment.bytes.length,
    // A file someone sent must not run as a page of this server.
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : attachment.bytes);
  return true;
}
