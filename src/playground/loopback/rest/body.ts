import type { IncomingMessage } from 'node:http';
import { REQUEST_BYTES } from '../checks/limits.ts';
import { REFUSAL } from './api-error.ts';

export interface Upload {
  /** The n of `files[n]`: what `attachments[].id` refers to. */
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Reads a whole request, stopping early when it is larger than any Discord takes. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= REQUEST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > REQUEST_BYTES) throw REFUSAL.tooLarge();
  return Buffer.concat(chunks);
}

/** JSON, or a form whose `payload_json` is the JSON and whose other parts are files. */
export async function parseBody(bytes: Buffer, contentType: string): Promise<RequestBody> {
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  if (!contentType.startsWith('multipart/form-data')) return { json: parseJson(bytes.toString('utf8')), uploads: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw REFUSAL.invalidJson();
    });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [name, part] of form.entries()) {
    if (typeof part === 'string') continue;
    const index = Number(/^files?\[?(\d*)\]?$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(index)) continue;
    uploads.push({
      index,
      filename: safeName(part.name),
      contentType: part.type === '' || part.type === 'application/octet-stream' ? guessType(part.name) : part.type,
      bytes: new Uint8Array(await part.arrayBuffer()),
    });
  }
  uploads.sort((a, b) => a.index - b.index);
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, uploads };
}

/** Discord keeps letters, digits, dot, dash and underscore of a file's name. */
export function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_') || 'unknown';
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  pdf: 'application/pdf',
};

export function guessType(filename: string): string {
  return TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw REFUSAL.invalidJson();
  }
}
