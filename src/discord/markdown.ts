import type { Line, Text } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { escapeText } from './escape-text.ts';

/** Text with its emphasis as Discord Markdown; every word of it escaped. */
function textMarkdown(text: Text): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return escapeText(piece);
      const [word, mark] = 'strong' in piece ? [piece.strong, '**'] : [piece.em, '*'];
      const escaped = escapeText(word).trim();
      return escaped === '' ? '' : `${mark}${escaped}${mark}`;
    })
    .join('');
}

/** A line with its sign, small where it is. */
export function lineMarkdown({ text, isSmall, hasSign }: Line): string {
  const words = `${hasSign === true ? `${common.sign} ` : ''}${textMarkdown(text)}`;
  return isSmall === true ? `-# ${words}` : words;
}
