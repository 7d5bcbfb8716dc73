import { element } from '../dom.js';
import { isGrouped, messageTree } from '../render/message.js';
import { dayText, timestampText } from '../render/time.js';
import { h } from '../tree.js';
import { focusMark, restoreFocus } from './focus-mark.js';

/** The elements of a window of messages, each drawn anew when its message changes. */
export class DrawnMessages {
  /** @type {Map<string, HTMLElement>} */
  #elements = new Map();
  /** @type {Set<string>} */
  #failed = new Set();
  #list;
  /** @type {import('./message-window.js').MessageWindow} */ #window;
  /** @type {() => RenderContext} */ #context;

  /** @param {HTMLElement} list */
  constructor(list, window, context) {
    this.#list = list;
    this.#window = window;
    this.#context = context;
  }

  /** Whatever stood there belongs to another channel. */
  clear() {
    this.#failed.clear();
  }

  drawAll() {
    const context = this.#context();
    this.#elements.clear();
    this.#list.replaceChildren(...this.#window.messages.map((message, at) => this.#draw(message, at, context)));
  }

  /** @param {Message[]} messages those at the end of the window that have no element yet */
  append(messages) {
    const context = this.#context();
    this.#list.append(...messages.map((message) => this.#draw(message, this.#window.indexOf(message.id), context)));
  }

  redrawAt(at) {
    const message = this.#window.messages[at];
    const old = message === undefined ? undefined : this.#elements.get(message.id);
    if (message === undefined || old === undefined) return;
    const mark = focusMark(old);
    const drawn = this.#draw(message, at, this.#context());
    old.replaceWith(drawn);
    restoreFocus(drawn, mark);
  }

  forget(id) {
    this.#elements.get(id)?.remove();
    this.#elements.delete(id);
  }

  elementOf(id) {
    return this.#elements.get(id) ?? null;
  }

  /** Marks a message whose button or select was not answered; without `failed` takes the mark away. */
  markFailed(id, failed) {
    if (failed === this.#failed.has(id)) return;
    if (failed) this.#failed.add(id);
    else this.#failed.delete(id);
    this.redrawAt(this.#window.indexOf(id));
  }

  /** `<t:…:R>` goes on being true while one looks at it. */
  refreshTimes(nowMs) {
    for (const time of this.#list.querySelectorAll('time[data-relative]')) {
      const text = timestampText(Number(time.dataset.relative), 'R', nowMs);
      if (time.textContent !== text) time.textContent = text;
    }
  }

  #draw(message, at, context) {
    const before = this.#window.messages[at - 1];
    const day = dayText(message.createdAtMs);
    const isNewDay = before === undefined ? !this.#window.hasOlder : dayText(before.createdAtMs) !== day;
    const how = { grouped: !isNewDay && isGrouped(before, message), failed: this.#failed.has(message.id) };
    const drawn = element(messageTree(message, context, how));
    if (isNewDay) drawn.prepend(element(h('p', { class: 'day' }, h('span', null, day))));
    this.#elements.set(message.id, drawn);
    return drawn;
  }
}
