import { h } from '../tree.js';
import { WORDS } from '../words.js';

/** @type {Record<number, string>} */
const STYLES = { 1: 'primary', 2: 'neutral', 3: 'good', 4: 'danger', 5: 'link', 6: 'premium' };
const LINK = 5;

/** @param {Json} button @param {RenderContext} context */
export function buttonTree(button, messageId, context) {
  const style = STYLES[button.style] ?? 'neutral';
  const face = [emojiTree(button.emoji), button.label ? h('span', null, String(button.label)) : null];
  const name = button.label || emojiName(button.emoji) || button.custom_id;
  if (button.style === LINK) {
    const url = safeUrl(button.url);
    const props = { class: `button ${style}`, title: url, 'aria-disabled': button.disabled ? 'true' : null };
    // A disabled link has no address to go to.
    const target = url === null || button.disabled ? {} : { href: url };
    return h(
      'a',
      { ...props, ...target },
      ...face,
      h('span', { class: 'button-away', 'aria-label': WORDS.opensPage }, '↗'),
    );
  }
  const click = (event) => {
    const element = event.currentTarget;
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    context.actions.click(messageId, String(button.custom_id));
  };
  const props = {
    class: `button ${style}`,
    disabled: button.disabled === true,
    'aria-label': button.label ? null : name,
    data: { component: button.custom_id },
    on: { click },
  };
  return h('button', props, ...face);
}

/** @param {Json | null | undefined} emoji */
export function emojiTree(emoji) {
  const name = emojiName(emoji);
  return name === '' ? null : h('span', { class: 'emoji', 'aria-hidden': 'true' }, name);
}

function emojiName(emoji) {
  if (emoji === null || emoji === undefined || typeof emoji.name !== 'string') return '';
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}

/** An address that can be followed: nothing but the web. */
export function safeUrl(url) {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}
