import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FileInput } from '../loopback/person/files.ts';

const KEPT_BYTES = 64 * 1024 * 1024;

export type UploadOutcome =
  | { readonly ok: true; readonly id: string; readonly size: number }
  | { readonly ok: false; readonly message: string };

/** Files a person has chosen and not yet sent. The oldest go when there are too many: a page that is closed never says so. */
export class Uploads {
  readonly #limitBytes: number;
  readonly #files = new Map<string, FileInput & { readonly bytes: Uint8Array }>();

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  async receive(request: IncomingMessage, filename: string, contentType: string): Promise<UploadOutcome> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      // What is too large is still read to its end: a browser shows no answer to a request it could not finish.
      if (size <= this.#limitBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
    if (size > this.#limitBytes) return { ok: false, message: this.tooLarge(filename, size) };
    const id = randomUUID();
    const bytes = new Uint8Array(Buffer.concat(chunks));
    this.#files.set(id, { filename, bytes, ...(contentType === '' ? {} : { contentType }) });
    this.#forgetOldest();
    return { ok: true, id, size };
  }

  get(id: string): FileInput | undefined {
    return this.#files.get(id);
  }

  tooLarge(filename: string, size: number): string {
    return `"${filename}" is too large: it has ${inMegabytes(size)}, and at most ${inMegabytes(this.#limitBytes)} may be sent.`;
  }

  #forgetOldest(): void {
    let total = [...this.#files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
    for (const [id, file] of this.#files) {
      if (total <= Math.max(KEPT_BYTES, this.#limitBytes)) return;
      this.#files.delete(id);
      total -= file.bytes.length;
    }
  }
}

function inMegabytes(bytes: number): string {
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(bytes / 1024 / 1024)} MiB`;
}
