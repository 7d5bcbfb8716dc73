import { element } from '../dom.js';
import { dots } from '../render/message.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { refusalTree } from './refusal-tree.js';

const MOST = 6;
const SHOW_SENDING_AFTER_MS = 200;

/** Lines below the messages that only this tab sees: what is being sent, what went wrong, what was refused. */
export class Notices {
  #list;
  /** @type {() => void} */ #grown;
  /** @type {Map<string, { element: HTMLElement | null, timer: number }>} */
  #sending = new Map();

  /** @param {HTMLElement} list @param {() => void} grown called when a line has come, so that it can be scrolled to */
  constructor(list, grown) {
    this.#list = list;
    this.#grown = grown;
  }

  clear() {
    for (const { timer } of this.#sending.values()) clearTimeout(timer);
    this.#sending.clear();
    this.#list.replaceChildren();
  }

  /** A command on its way. A quick answer is there before this would be seen. */
  sending(id, text) {
    const timer = window.setTimeout(() => {
      const line = h('li', { class: 'notice quiet', role: 'status' }, dots(), `${text} · ${WORDS.sending}`);
      this.#sending.set(id, { element: this.#add(element(line)), timer });
    }, SHOW_SENDING_AFTER_MS);
    this.#sending.set(id, { element: null, timer });
  }

  /** @returns {boolean} whether it was on its way */
  settled(id) {
    const held = this.#sending.get(id);
    if (held === undefined) return false;
    clearTimeout(held.timer);
    held.element?.remove();
    this.#sending.delete(id);
    return true;
  }

  problem(text) {
    this.#add(element(h('li', { class: 'notice bad', role: 'alert' }, h('span', null, text), dismissButton())));
  }

  /** @param {Refusal} refusal */
  refused(refusal) {
    this.#add(element(h('li', { class: 'notice bad' }, refusalTree(refusal), dismissButton())));
  }

  #add(line) {
    this.#list.append(line);
    while (this.#list.children.length > MOST) this.#list.firstElementChild?.remove();
    this.#grown();
    return line;
  }
}

function dismissButton() {
  const dismiss = (event) => {
    event.currentTarget.closest('li')?.remove();
    document.getElementById('box')?.focus();
  };
  return h('button', { class: 'plain notice-close', 'aria-label': WORDS.close, on: { click: dismiss } }, '✕');
}
