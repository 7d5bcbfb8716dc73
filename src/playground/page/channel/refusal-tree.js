import { h } from '../tree.js';
import { WORDS } from '../words.js';

/** The error as a developer needs it: request, answer, every fault with its place, and what was sent. @param {Refusal} refusal */
export function refusalTree(refusal) {
  const { method, path, status, code, message, faults, body } = refusal;
  return h(
    'div',
    { class: 'refusal' },
    h('p', { class: 'refusal-title' }, WORDS.refusedShort),
    h('p', null, h('code', null, `${method} ${path}`)),
    h('p', null, `${status} · ${code === null ? '' : `${code} `}${message}`),
    faults.length === 0
      ? null
      : h(
          'ul',
          null,
          ...faults.map((fault) =>
            h('li', null, h('code', null, fault.at || '(body)'), ` ${fault.message} `, h('small', null, fault.code)),
          ),
        ),
    body === '' ? null : h('details', null, h('summary', null, WORDS.refusedBody), h('pre', { tabindex: '0' }, body)),
  );
}
