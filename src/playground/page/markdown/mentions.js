/** @type {readonly [RegExp, (parts: string[]) => Inline][]} */
const FORMS = [
  [/^<@!?(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'user', id })],
  [/^<@&(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'role', id })],
  [/^<#(\d{1,20})>/, ([, id = '']) => ({ kind: 'mention', of: 'channel', id })],
  [/^<\/([^<>:\n]{1,100}):(\d{1,20})>/, ([, name = '', id = '']) => ({ kind: 'command', name, id })],
  [/^<a?:(\w{2,32}):\d{1,20}>/, ([, name = '']) => ({ kind: 'emoji', name })],
  [/^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/, ([, at = '0', style = 'f']) => ({ kind: 'time', unixS: Number(at), style })],
];

/** Reads `<@…>`, `<#…>`, `</…:…>`, `<:…:…>` and `<t:…>`. */
export function mentionAt(text, at) {
  const ahead = text.slice(at, at + 140);
  for (const [form, make] of FORMS) {
    const found = form.exec(ahead);
    if (found !== null) return { node: make([...found]), end: at + found[0].length };
  }
  return null;
}
