import { element } from '../dom.js';
import { markdownTree } from '../markdown/markdown-tree.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { fieldOf } from './form-fields.js';

let count = 0;

/** Opens a form the bot has asked for. Esc, Cancel and a reload close it; the bot is not told, as on Discord. */
export function openForm(/** @type {FormRequest} */ request) {
  count += 1;
  const titleId = `form-${count}`;
  /** @type {Field[]} */
  const fields = [];
  const trouble = element(h('p', { class: 'trouble', role: 'alert' }));
  const submit = element(h('button', { type: 'submit', class: 'button primary' }, WORDS.submit));
  const cancel = element(h('button', { class: 'button neutral', on: { click: () => dialog.close() } }, WORDS.cancel));
  const form = element(h('form', { class: 'form', novalidate: true }));
  form.append(element(h('h2', { id: titleId }, request.title)));
  request.components.forEach((component, index) => {
    form.append(part(component, `${titleId}-${index}`, fields, request));
  });
  const foot = element(h('div', { class: 'form-foot' }));
  foot.append(cancel, submit);
  form.append(trouble, foot);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    submit.disabled = true;
    trouble.textContent = '';
    try {
      /** @type {Json} */
      const values = {};
      for (const field of fields) values[field.id] = await field.value();
      await request.submit(values);
      dialog.close();
    } catch (error) {
      trouble.textContent = error instanceof Error ? error.message : String(error);
    }
    submit.disabled = false;
  });
  const dialog = element(h('dialog', { class: 'dialog', 'aria-labelledby': titleId }));
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.element.focus();
  return dialog;
}

/** A label with its field, an old-style row with a text input, or a text between them. */
function part(component, id, fields, request) {
  if (component.type === 10) return element(markdownTree(String(component.content ?? ''), request.text));
  const inner = component.component ?? component.components?.[0] ?? {};
  const field = fieldOf(inner, id, request.context);
  const label = component.label ?? inner.label ?? '';
  const isRequired = inner.required !== false && inner.type !== 23;
  const box = element(
    h(
      'div',
      { class: 'field' },
      h(
        'p',
        { class: 'field-label', id },
        label,
        isRequired ? h('span', { class: 'needed', 'aria-hidden': 'true' }, ' *') : null,
      ),
      component.description ? h('p', { class: 'field-detail' }, component.description) : null,
      field === null ? WORDS.unknownPart(Number(inner.type)) : null,
    ),
  );
  if (field !== null) {
    fields.push(field);
    box.append(field.element);
  }
  return box;
}
