import { markdownTree } from '../markdown/markdown-tree.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { buttonTree } from './buttons.js';
import { covered, fileTree, galleryTree, pictureTree } from './media.js';

/** Anything that can stand in a message's `components`. @param {Json} component @param {RenderContext} context */
export function componentTree(component, messageId, context) {
  const children = (list) => (list ?? []).map((child) => componentTree(child, messageId, context));
  switch (component.type) {
    case 1:
      return h('div', { class: 'row', role: 'group' }, ...children(component.components));
    case 2:
      return buttonTree(component, messageId, context);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return selectTree(component, messageId, context);
    case 9:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, ...children(component.components)),
        component.accessory
          ? h('div', { class: 'section-accessory' }, componentTree(component.accessory, messageId, context))
          : null,
      );
    case 10:
      return markdownTree(String(component.content ?? ''), context);
    case 11:
      return pictureTree(component.media ?? {}, { ...component, kind: 'thumbnail' }, context);
    case 12:
      return galleryTree(component, context);
    case 13:
      return component.spoiler ? covered(fileOf(component)) : fileOf(component);
    case 14:
      return h('div', {
        class: `separator ${component.divider === false ? '' : 'divider'} ${component.spacing === 2 ? 'large' : ''}`,
        role: component.divider === false ? null : 'separator',
      });
    case 17:
      return container(component, children(component.components));
    default:
      return h('p', { class: 'unknown' }, WORDS.unknownPart(Number(component.type)));
  }
}

function fileOf(component) {
  const { name, size, file } = component;
  return fileTree({
    name:
      name ??
      String(file?.url ?? '')
        .split('/')
        .at(-1),
    url: file?.url,
    size: size ?? null,
  });
}

function container(component, children) {
  const accent = typeof component.accent_color === 'number' ? colorText(component.accent_color) : null;
  const props = {
    class: accent === null ? 'container' : 'container accented',
    vars: accent === null ? {} : { '--accent': accent },
  };
  const box = h('div', props, ...children);
  return component.spoiler ? covered(box) : box;
}

export function colorText(color) {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function selectTree(select, messageId, context) {
  const open = (event) => {
    context.actions.openSelect(messageId, select, event.currentTarget);
  };
  const chosen = defaultsOf(select, context);
  const props = {
    class: 'select',
    disabled: select.disabled === true,
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    data: { component: select.custom_id },
    on: { click: open },
  };
  const face = chosen.length > 0 ? chosen.join(', ') : (select.placeholder ?? WORDS.choose);
  const faceClass = chosen.length > 0 ? 'select-face' : 'select-face placeholder';
  return h('button', props, h('span', { class: faceClass }, face), h('span', { 'aria-hidden': 'true' }, '▾'));
}

/** What stands chosen already. */
function defaultsOf(select, context) {
  if (select.type === 3) {
    const options = select.options ?? [];
    return options.filter((option) => option.default === true).map((option) => String(option.label));
  }
  const defaults = select.default_values ?? [];
  return defaults.map(({ id, type }) => {
    if (type === 'channel') return `#${context.channel(id)?.name ?? id}`;
    return `@${(type === 'role' ? context.role(id) : context.user(id))?.name ?? id}`;
  });
}
