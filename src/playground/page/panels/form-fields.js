import { element } from '../dom.js';
import { h } from '../tree.js';
import { uploadFile } from '../upload.js';
import { WORDS } from '../words.js';
import { chosenOfSelect, itemsOfSelect } from './select-items.js';
import { openSelectPopup } from './select-popup.js';

const PARAGRAPH = 2;

/** A field of a form, by the type of its component; null for a type this page does not know. @param {Json} component @param {FieldContext} context */
export function fieldOf(component, labelId, context) {
  switch (component.type) {
    case 4:
      return textField(component, labelId);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return selectField(component, labelId, context);
    case 19:
      return fileField(component, labelId, context);
    case 21:
    case 22:
      return choiceField(component, labelId);
    case 23:
      return checkField(component, labelId);
    default:
      return null;
  }
}

function textField(component, labelId) {
  const isLong = component.style === PARAGRAPH;
  const shared = {
    'aria-labelledby': labelId,
    placeholder: component.placeholder,
    maxlength: component.max_length ?? 4000,
    minlength: component.min_length,
    'aria-required': String(component.required !== false),
    value: component.value ?? '',
    autocomplete: 'off',
  };
  const input = element(isLong ? h('textarea', { ...shared, rows: '4' }) : h('input', { ...shared, type: 'text' }));
  return { id: component.custom_id, element: input, value: () => input.value };
}

function selectField(component, labelId, { server }) {
  let values = chosenOfSelect(component);
  const items = itemsOfSelect(component, server);
  const face = element(h('span', { class: 'select-face' }));
  const showFace = () => {
    const labels = items.filter((item) => values.includes(String(item.value))).map((item) => item.label);
    face.textContent = labels.join(', ') || component.placeholder || WORDS.choose;
    face.classList.toggle('placeholder', labels.length === 0);
  };
  const open = () =>
    openSelectPopup({
      anchor: button,
      title: component.placeholder || WORDS.choose,
      items,
      chosen: values,
      min: component.required === false ? 0 : (component.min_values ?? 1),
      max: component.max_values ?? 1,
      commit: (chosen) => {
        values = chosen;
        showFace();
      },
    });
  const props = { class: 'select', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' };
  const button = element(
    h('button', { ...props, 'aria-labelledby': `${labelId} ${labelId}-face`, on: { click: open } }),
  );
  face.id = `${labelId}-face`;
  button.append(face, element(h('span', { 'aria-hidden': 'true' }, '▾')));
  showFace();
  return { id: component.custom_id, element: button, value: () => values };
}

function fileField(component, labelId, { limitBytes }) {
  const isMany = (component.max_values ?? 1) > 1;
  const input = element(h('input', { type: 'file', 'aria-labelledby': labelId, multiple: isMany }));
  const value = () => Promise.all([...(input.files ?? [])].map((file) => uploadFile(file, limitBytes)));
  return { id: component.custom_id, element: input, value };
}

/** Radio buttons (type 21) or checkboxes (type 22). */
function choiceField(component, labelId) {
  const isOne = component.type === 21;
  const box = element(h('div', { class: 'choices', role: isOne ? 'radiogroup' : 'group', 'aria-labelledby': labelId }));
  const options = component.options ?? [];
  for (const { label, value, description, default: isChosen } of options) {
    const input = h('input', { type: isOne ? 'radio' : 'checkbox', name: labelId, value, checked: isChosen === true });
    const detail = description ? h('small', null, description) : null;
    box.append(element(h('label', { class: 'choice' }, input, h('span', null, label, detail))));
  }
  const value = () => [...box.querySelectorAll('input')].filter((input) => input.checked).map((input) => input.value);
  return { id: component.custom_id, element: box, value };
}

function checkField(component, labelId) {
  const input = element(
    h('input', { type: 'checkbox', 'aria-labelledby': labelId, checked: component.default === true }),
  );
  return { id: component.custom_id, element: input, value: () => input.checked };
}
