import { refusalTree } from '../channel/refusal-tree.js';
import { element } from '../dom.js';
import { clockText } from '../render/time.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';

/** Everything that was refused, newest first. @param {Refusal[]} refusals */
export function openRefusals(refusals) {
  const close = () => dialog.close();
  const list = [...refusals]
    .reverse()
    .map((refusal) => h('li', null, h('small', null, clockText(refusal.atMs)), refusalTree(refusal)));
  const dialog = element(
    h(
      'dialog',
      { class: 'dialog wide', 'aria-labelledby': 'refusals-title' },
      h('h2', { id: 'refusals-title' }, WORDS.refusedTitle),
      list.length === 0 ? h('p', null, WORDS.refusedNone) : h('ul', { class: 'refusals' }, ...list),
      h('div', { class: 'form-foot' }, h('button', { class: 'button neutral', on: { click: close } }, WORDS.close)),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
