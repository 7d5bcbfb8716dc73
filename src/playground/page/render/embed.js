import { inlineTree, markdownTree } from '../markdown/markdown-tree.js';
import { h } from '../tree.js';
import { safeUrl } from './buttons.js';
import { colorText } from './components.js';
import { pictureTree } from './media.js';
import { fullText } from './time.js';

/** @param {Json} embed @param {RenderContext} context */
export function embedTree(embed, context) {
  const fields = embed.fields ?? [];
  const accent = typeof embed.color === 'number' ? { '--accent': colorText(embed.color) } : {};
  return h(
    'article',
    { class: 'container accented embed', vars: accent },
    embed.author ? h('p', { class: 'embed-author' }, linked(embed.author.url, String(embed.author.name ?? ''))) : null,
    embed.title ? h('h4', { class: 'embed-title' }, linked(embed.url, inlineTree(String(embed.title), context))) : null,
    embed.description ? markdownTree(String(embed.description), context) : null,
    fields.length > 0 ? h('dl', { class: 'embed-fields' }, ...fields.map((field) => fieldTree(field, context))) : null,
    embed.image ? pictureTree(embed.image, { kind: 'single' }, context) : null,
    embed.thumbnail ? pictureTree(embed.thumbnail, { kind: 'thumbnail' }, context) : null,
    footer(embed),
  );
}

function fieldTree(field, context) {
  return h(
    'div',
    { class: field.inline ? 'embed-field inline' : 'embed-field' },
    h('dt', null, inlineTree(String(field.name), context)),
    h('dd', null, markdownTree(String(field.value), context)),
  );
}

function linked(url, inner) {
  const address = safeUrl(url);
  return address === null ? inner : h('a', { href: address }, inner);
}

function footer(embed) {
  const at = Date.parse(String(embed.timestamp ?? ''));
  const parts = [embed.footer?.text, Number.isNaN(at) ? null : fullText(at)].filter(Boolean);
  return parts.length === 0 ? null : h('p', { class: 'embed-footer' }, parts.join(' · '));
}
