import { timestampText } from '../render/time.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { parseMarkdown } from './blocks.js';
import { parseInline } from './inline.js';

/** A whole text of Discord's Markdown. @param {TextContext} context */
export function markdownTree(text, context) {
  return h('div', { class: 'markdown' }, ...parseMarkdown(text).map((block) => blockTree(block, context)));
}

/** Text of one line, as in a label. @param {TextContext} context */
export function inlineTree(text, context) {
  return h('span', null, ...inlines(parseInline(text), context));
}

function blockTree(block, context) {
  switch (block.kind) {
    case 'paragraph':
      return h('p', null, ...inlines(block.children, context));
    case 'heading':
      // A message stands below the page's own headings.
      return h(`h${block.level + 2}`, { class: `md-h${block.level}` }, ...inlines(block.children, context));
    case 'small':
      return h('p', { class: 'md-small' }, ...inlines(block.children, context));
    case 'quote':
      return h('blockquote', null, ...block.children.map((child) => blockTree(child, context)));
    case 'code-block':
      return h('pre', { tabindex: '0' }, h('code', { data: { language: block.language || null } }, block.text));
    case 'list': {
      const items = block.items.map((item) => h('li', null, ...item.map((child) => blockTree(child, context))));
      return block.ordered ? h('ol', { start: String(block.start) }, ...items) : h('ul', null, ...items);
    }
    case 'gap':
      return h('div', { class: 'md-gap' });
  }
}

function inlines(nodes, context) {
  return nodes.map((node) => inline(node, context));
}

const TAGS = /** @type {const} */ ({ strong: 'strong', em: 'em', underline: 'u', strike: 's' });

function inline(node, context) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return h('br');
    case 'code':
      return h('code', null, node.text);
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
      return h(TAGS[node.kind], null, ...inlines(node.children, context));
    case 'spoiler':
      return spoiler(inlines(node.children, context));
    case 'link':
      return link(node.url, inlines(node.children, context));
    case 'mention':
      return mention(node, context);
    case 'command':
      return h('span', { class: 'mention' }, `/${node.name}`);
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return time(node.unixS, node.style, context);
  }
}

/** @param {Tree[]} children */
export function link(url, children) {
  const label = children.length === 1 && children[0] === url ? null : url;
  return h('a', { href: url, title: label }, ...children);
}

function spoiler(children) {
  const reveal = (event) => {
    const element = event.currentTarget;
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    if (element.classList.contains('revealed')) return;
    event.preventDefault();
    element.classList.add('revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) element.removeAttribute(name);
  };
  const props = { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': WORDS.spoiler };
  return h('span', { ...props, on: { click: reveal, keydown: reveal } }, h('span', null, ...children));
}

function mention(node, context) {
  const text = () => {
    switch (node.of) {
      case 'user':
        return named('@', context.user(node.id), WORDS.unknownUser);
      case 'role':
        return named('@', context.role(node.id), WORDS.unknownRole);
      case 'channel':
        return named('#', context.channel(node.id), WORDS.unknownChannel);
      case 'everyone':
        return node.id;
    }
  };
  return h('span', { class: 'mention' }, text());
}

function named(sign, found, unknown) {
  return found === null ? unknown : `${sign}${found.name.replace(/^@/, '')}`;
}

function time(unixS, style, context) {
  const date = new Date(unixS * 1000);
  const isReal = !Number.isNaN(date.getTime());
  const props = {
    class: 'md-time',
    datetime: isReal ? date.toISOString() : null,
    title: isReal ? timestampText(unixS, 'F', context.nowMs) : null,
    data: style === 'R' && isReal ? { relative: unixS } : {},
  };
  return h('time', props, timestampText(unixS, style, context.nowMs));
}
