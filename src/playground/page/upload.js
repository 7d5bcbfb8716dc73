import { Refused } from './connection.js';
import { sizeText } from './render/time.js';
import { WORDS } from './words.js';

/** Sends a file ahead of the command or form it belongs to. @param {File} file */
export async function uploadFile(file, limitBytes) {
  if (file.size > limitBytes) throw new Refused(WORDS.tooLarge(file.name, sizeText(file.size), sizeText(limitBytes)));
  const headers = { 'x-playground': 'page', 'content-type': file.type };
  const sent = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers,
    body: file,
  }).catch(() => null);
  const answer = await sent?.json().catch(() => null);
  if (answer === null || answer === undefined) throw new Refused(WORDS.uploadFailed);
  if (!answer.ok) throw new Refused(answer.message);
  return { upload: answer.id };
}
