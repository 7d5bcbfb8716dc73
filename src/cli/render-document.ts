import { type Document, type Line, plain } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';

/** A document as plain text: reads well aloud, and depends on no layout. */
export function renderDocument(document: Document): string {
  const sign = document.hasSign === true ? `${common.sign} ` : '';
  const lines = [`${sign}${printable(document.heading)}`, ''];
  for (const item of document.items) {
    if (item.kind === 'heading') lines.push('');
    lines.push(...item.lines.map(lineText));
  }
  const closing = document.closing ?? [];
  if (closing.length > 0) lines.push('', ...closing.map(lineText));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

function lineText(line: Line): string {
  const sign = line.hasSign === true ? `${common.sign} ` : '';
  return `${line.isSmall === true ? '  ' : ''}${sign}${printable(plain(line.text))}`;
}

/** Control characters of a lore text could move the cursor or colour the terminal; line breaks would break the layout. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
}
