/**
 * What Discord's Markdown says, without how it looks.
 *
 * @typedef {(
 *   | { kind: 'text', text: string }
 *   | { kind: 'break' }
 *   | { kind: 'code', text: string }
 *   | { kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler', children: Inline[] }
 *   | { kind: 'link', url: string, children: Inline[] }
 *   | { kind: 'mention', of: 'user' | 'role' | 'channel' | 'everyone', id: string }
 *   | { kind: 'command', name: string, id: string }
 *   | { kind: 'emoji', name: string }
 *   | { kind: 'time', unixS: number, style: string }
 * )} Inline
 *
 * @typedef {(
 *   | { kind: 'paragraph', children: Inline[] }
 *   | { kind: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { kind: 'small', children: Inline[] }
 *   | { kind: 'quote', children: Block[] }
 *   | { kind: 'code-block', language: string, text: string }
 *   | { kind: 'list', ordered: boolean, start: number, items: Block[][] }
 *   | { kind: 'gap' }
 * )} Block
 */

export {};
