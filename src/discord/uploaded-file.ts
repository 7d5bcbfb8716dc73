import type { Attachment } from 'discord.js';
import type { UploadedFile } from '../../commands/surroundings.ts';

/** Where Discord keeps attachments. */
const DISCORD_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const DISCORD_API = 'https://discord.com';
const PATIENCE_MS = 20_000;

export type FileProblem =
  | { readonly kind: 'file-too-large'; readonly name: string; readonly most: number }
  | { readonly kind: 'file-from-elsewhere'; readonly name: string }
  | { readonly kind: 'file-unreachable'; readonly name: string };

/** A file that is not read; whoever sent it is told why. */
export class FileRefused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** An attachment, read only from Discord's own hosts, or from the host the bot was told to talk to instead. */
export function uploadedFile({ name, size, url }: Attachment, apiUrl: string): UploadedFile {
  return {
    name,
    size,
    read: async (most) => {
      if (size > most) throw new FileRefused({ kind: 'file-too-large', name, most });
      if (!isAllowed(url, apiUrl)) throw new FileRefused({ kind: 'file-from-elsewhere', name });
      return await download(url, name, most);
    },
  };
}

function isAllowed(url: string, apiUrl: string): boolean {
  const from = new URL(url);
  const api = new URL(apiUrl);
  if (from.protocol === 'https:' && DISCORD_HOSTS.includes(from.hostname)) return true;
  return api.origin !== DISCORD_API && from.host === api.host && from.protocol === api.protocol;
}

async function download(url: string, name: string, most: number): Promise<Uint8Array> {
  const unreachable = new FileRefused({ kind: 'file-unreachable', name });
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (response?.ok !== true || response.body === null) throw unreachable;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of response.body) {
      bytes += part.byteLength;
      // The size Discord says is not what counts.
      if (bytes > most) throw new FileRefused({ kind: 'file-too-large', name, most });
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : unreachable;
  }
  return Buffer.concat(parts);
}
