/** Changes the direction of what follows, or is no character a person sees: dropped. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const BREAKS = /[\r\n\t\v\f\u0085\u2028\u2029]+/gu;
/** Emphasis, code, spoilers, links, and every form in angle brackets (mentions, timestamps, emoji, commands, URLs). */
const SPECIAL = /[\\*_~`|<>[\]@]/g;
/** A bare address becomes a link at "://". */
const SCHEME = /:(?=\/\/)/g;
/** `:name:` may be shown as an emoji. */
const EMOJI = /:(?=[\w+-]+:)/g;
/** What is only read as formatting where a line begins: headings, small print, lists. */
const LINE_START = /^(\s*)([#+-]|\d+(?=[.)]))/;

/**
 * Text of a lorebook as Discord Markdown that renders as just that text: no ping, no link, no formatting, one line.
 * discord.js's `escapeMarkdown` leaves headings, lists, quotes, masked links, `<…>` and bare addresses alone.
 */
export function escapeText(text: string): string {
  return text
    .replace(BREAKS, ' ')
    .replace(UNSEEN, '')
    .replace(SPECIAL, '\\$&')
    .replace(SCHEME, '\\:')
    .replace(EMOJI, '\\:')
    .replace(LINE_START, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
