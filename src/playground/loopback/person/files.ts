import { guessType, safeName } from '../rest/body.ts';
import type { LoopbackState } from '../state.ts';
import type { Attachment } from '../world/model.ts';
import { PersonError } from './person-error.ts';

/** A file as a person attaches it. */
export interface FileInput {
  readonly filename: string;
  readonly bytes: Uint8Array | string;
  readonly contentType?: string;
}

export function isFile(value: unknown): value is FileInput {
  return typeof value === 'object' && value !== null && 'filename' in value && 'bytes' in value;
}

/** Uploads a person's file; Discord's client says no to one over the limit before it is sent. */
export function uploadFile(state: LoopbackState, channelId: string, file: FileInput): Attachment {
  const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes, 'utf8') : file.bytes;
  if (bytes.length > state.attachmentBytes()) {
    throw new PersonError(
      `"${file.filename}" is too large: ${bytes.length} bytes, and at most ${state.attachmentBytes()} may be sent.`,
    );
  }
  return state.messages.keepAttachment({
    id: state.world.ids.next(),
    channelId,
    filename: safeName(file.filename),
    description: null,
    contentType: file.contentType ?? guessType(file.filename),
    bytes,
  });
}
