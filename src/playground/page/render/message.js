import { markdownTree } from '../markdown/markdown-tree.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { colorText, componentTree } from './components.js';
import { embedTree } from './embed.js';
import { attachmentTree } from './media.js';
import { clockText, fullText } from './time.js';

const GROUPED_WITHIN_MS = 7 * 60_000;

/** Whether a message follows another so closely that its author need not be named again. @param {Message | undefined} before @param {Message} message */
export function isGrouped(before, message) {
  return (
    before !== undefined &&
    before.author.id === message.author.id &&
    message.createdAtMs - before.createdAtMs < GROUPED_WITHIN_MS &&
    message.replyTo === null &&
    message.origin?.kind !== 'command' &&
    before.isEphemeral === message.isEphemeral
  );
}

/** @param {Message} message @param {RenderContext} context @param {{ grouped: boolean, failed: boolean }} how */
export function messageTree(message, context, { grouped, failed }) {
  const classes = ['message', grouped && 'grouped', message.isEphemeral && 'ephemeral'].filter(Boolean);
  return h(
    'li',
    { class: classes.join(' '), data: { id: message.id, thinking: message.isThinking ? 'true' : null } },
    originTree(message),
    h('div', { class: 'message-side', 'aria-hidden': 'true' }, grouped ? null : avatarTree(message.author)),
    h(
      'div',
      { class: 'message-main' },
      grouped ? null : headTree(message, context),
      bodyTree(message, context),
      failed ? h('p', { class: 'failed', role: 'alert' }, WORDS.clickFailed) : null,
      message.isEphemeral && !message.isThinking ? onlyYouTree(message, context) : null,
    ),
  );
}

function bodyTree(message, context) {
  if (message.isThinking) {
    return h('p', { class: 'thinking', role: 'status' }, dots(), WORDS.thinking(message.author.name));
  }
  // Files of a V2 message are shown where its components name them, and nowhere else.
  const attachments = message.isV2 ? [] : message.attachments;
  return h(
    'div',
    { class: 'message-body' },
    message.content === '' ? null : markdownTree(message.content, context),
    ...message.embeds.map((embed) => embedTree(embed, context)),
    ...attachments.map((attachment) => attachmentTree(attachment, context)),
    ...message.components.map((component) => componentTree(component, message.id, context)),
    message.editedAtMs === null
      ? null
      : h('span', { class: 'edited', title: fullText(message.editedAtMs) }, WORDS.edited),
  );
}

function headTree(message, context) {
  const color = context.user(message.author.id)?.color ?? 0;
  const vars = color === 0 ? {} : { '--name': colorText(color) };
  return h(
    'p',
    { class: 'message-head' },
    h('span', { class: 'author', vars }, message.author.name),
    message.author.isBot ? h('span', { class: 'app-tag' }, WORDS.app_tag) : null,
    h(
      'time',
      { datetime: new Date(message.createdAtMs).toISOString(), title: fullText(message.createdAtMs) },
      clockText(message.createdAtMs),
    ),
  );
}

/** What the message answers, in a line above it. */
function originTree(message) {
  if (message.origin?.kind === 'command') {
    const { user, name } = message.origin;
    return h(
      'p',
      { class: 'origin' },
      h('span', { class: 'author' }, user.name),
      ` ${WORDS.used} `,
      h('span', { class: 'command-name' }, `/${name}`),
    );
  }
  if (message.replyTo === null) return null;
  const text = h('span', { class: 'quoted' }, message.replyTo.content);
  return h('p', { class: 'origin' }, h('span', { class: 'author' }, message.replyTo.author.name), ' ', text);
}

function onlyYouTree(message, context) {
  const dismiss = () => context.actions.dismiss(message.id);
  return h(
    'p',
    { class: 'only-you' },
    h('span', { 'aria-hidden': 'true' }, '◉ '),
    `${WORDS.onlyYou} · `,
    h('button', { class: 'plain', data: { component: '(dismiss)' }, on: { click: dismiss } }, WORDS.dismiss),
  );
}

/** @param {Author} author */
export function avatarTree(author) {
  const hue = [...author.id].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 360, 7);
  const letter = [...author.name][0]?.toLocaleUpperCase('en') ?? '?';
  return h('span', { class: author.isBot ? 'avatar bot' : 'avatar', vars: { '--hue': hue } }, letter);
}

export function dots() {
  return h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
}
