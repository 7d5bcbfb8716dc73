import { element, show } from '../dom.js';
import { h } from '../tree.js';

/** The list above the message box. The input keeps the focus; the list says through ARIA which of its lines is active. */
export class Suggestions {
  #box;
  /** @type {(index: number) => void} */ #onPick = () => {};
  /** @type {HTMLElement | null} */ #input = null;
  /** @type {HTMLElement[]} */ #options = [];
  #active = -1;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#box = box;
    // A press on the list must not take the focus out of the input.
    box.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.#box.hidden;
  }

  /** The active line's index, or -1. */
  get active() {
    return this.isOpen ? this.#active : -1;
  }

  /** @param {HTMLElement} input @param {SuggestionList} list @param {(index: number) => void} onPick */
  show(input, { title, items, firstActive = false, status = '', hint = '' }, onPick) {
    this.#attach(input);
    this.#onPick = onPick;
    let lastHeading = '';
    this.#options = [];
    const rows = items.flatMap((item, index) => {
      const heading = item.heading !== undefined && item.heading !== lastHeading ? item.heading : null;
      lastHeading = item.heading ?? lastHeading;
      const row = element(
        h(
          'div',
          {
            class: 'line',
            role: 'option',
            id: `suggestion-${index}`,
            'aria-selected': 'false',
            on: { click: () => onPick(index) },
          },
          h('span', { class: 'line-label' }, item.label),
          item.detail ? h('span', { class: 'line-detail' }, item.detail) : null,
        ),
      );
      this.#options.push(row);
      return heading === null
        ? [row]
        : [element(h('div', { class: 'suggestion-heading', role: 'presentation' }, heading)), row];
    });
    const listbox = element(
      h('div', { role: 'listbox', id: 'suggestion-list', class: 'suggestion-list', 'aria-label': title }),
    );
    listbox.append(...rows);
    show(
      this.#box,
      h(
        'div',
        { class: 'suggestions-title' },
        h('span', null, title),
        hint ? h('span', { class: 'hint' }, hint) : null,
      ),
      status ? h('p', { class: 'list-status', role: 'status' }, status) : null,
    );
    if (items.length > 0) this.#box.append(listbox);
    this.#box.hidden = false;
    this.#box.classList.remove('stale');
    input.setAttribute('aria-expanded', String(items.length > 0));
    this.#mark(firstActive && items.length > 0 ? 0 : -1);
  }

  /** What is listed no longer answers what is typed: it stays in sight, but cannot be taken. */
  markStale() {
    if (!this.isOpen) return;
    this.#box.classList.add('stale');
    this.#mark(-1);
  }

  hide() {
    this.#box.hidden = true;
    this.#input?.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
    this.#input = null;
    this.#options = [];
    this.#active = -1;
  }

  /** @param {1 | -1} step */
  move(step) {
    const count = this.#options.length;
    if (count === 0 || this.#box.classList.contains('stale')) return;
    const from = this.#active === -1 && step === -1 ? count : this.#active;
    this.#mark((from + step + count) % count);
  }

  /** Takes the active line; false when there is none. */
  take() {
    if (this.active === -1) return false;
    this.#onPick(this.#active);
    return true;
  }

  #attach(input) {
    if (this.#input !== input) this.#input?.removeAttribute('aria-activedescendant');
    this.#input = input;
    input.setAttribute('aria-controls', 'suggestion-list');
  }

  #mark(index) {
    const last = this.#options[this.#active];
    last?.setAttribute('aria-selected', 'false');
    last?.classList.remove('active');
    this.#active = index;
    const row = this.#options[index];
    if (row === undefined) {
      this.#input?.removeAttribute('aria-activedescendant');
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.classList.add('active');
    row.scrollIntoView({ block: 'nearest' });
    this.#input?.setAttribute('aria-activedescendant', row.id);
  }
}
