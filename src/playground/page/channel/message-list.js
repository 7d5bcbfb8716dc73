import { element, show } from '../dom.js';
import { isGrouped, messageTree } from '../render/message.js';
import { dayText, timestampText } from '../render/time.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { focusMark, restoreFocus } from './focus-mark.js';
import { MessageWindow, WINDOW } from './message-window.js';

const NEAR_EDGE_PX = 400;
const AT_END_PX = 60;
const LONGEST_FRAME_MS = 200;
/** Who has seen a few answers needs no more suggestions. */
const TRIES_UNTIL = 3;

/** The messages of a channel on the page: a window of it that moves as one scrolls and grows as messages come. */
export class MessageList {
  #window = new MessageWindow();
  /** @type {Map<string, HTMLElement>} */
  #elements = new Map();
  /** @type {Set<string>} */
  #failed = new Set();
  /** What has happened and is not shown yet; null: deleted. @type {Map<string, { message: Message | null, isNew: boolean }>} */
  #waiting = new Map();
  #isFlushing = false;
  #isLoading = false;
  #sticks = true;
  #era = 0;
  #scroller;
  #list;
  #top;
  #tries;
  #jump;
  /** @type {() => RenderContext} */ #context;
  /** @type {FetchPage} */ #fetch;
  #channelName = '';

  /** @param {MessageListParts} parts */
  constructor({ scroller, list, top, tries, jump, context, fetch }) {
    this.#scroller = scroller;
    this.#list = list;
    this.#top = top;
    this.#tries = tries;
    this.#jump = jump;
    this.#context = context;
    this.#fetch = fetch;
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    jump.addEventListener('click', () => this.toPresent());
    // Pictures that arrive, or a narrower window, must not push the newest message out of sight.
    new ResizeObserver(() => this.#sticks && this.#toEnd()).observe(list);
    new ResizeObserver(() => this.#sticks && this.#toEnd()).observe(scroller);
  }

  /** @param {HistoryPage} page */
  reset(page, channelName) {
    this.#era += 1;
    this.#channelName = channelName;
    this.#waiting.clear();
    this.#failed.clear();
    this.#window.reset(page);
    this.#isLoading = false;
    this.#sticks = true;
    this.redraw();
    this.#toEnd();
  }

  /** Draws everything anew: names or the viewer have changed. */
  redraw() {
    const context = this.#context();
    this.#elements.clear();
    const drawn = this.#window.messages.map((message, at) => this.#draw(message, at, context));
    this.#list.replaceChildren(...drawn);
    this.#showEdges();
  }

  /** Only a new message is put at the end: one that was edited may be far above what is on the page. @param {Message} message @param {boolean} isNew */
  put(message, isNew) {
    this.#queue(message.id, { message, isNew });
  }

  remove(id) {
    this.#queue(id, { message: null, isNew: false });
  }

  /** Marks a message whose button or select was not answered; without `failed` takes the mark away. */
  markFailed(id, failed) {
    if (failed === this.#failed.has(id)) return;
    if (failed) this.#failed.add(id);
    else this.#failed.delete(id);
    this.#redrawAt(this.#window.indexOf(id));
  }

  /** `<t:…:R>` goes on being true while one looks at it. */
  refreshTimes(nowMs) {
    for (const time of this.#list.querySelectorAll('time[data-relative]')) {
      const text = timestampText(Number(/** @type {HTMLElement} */ (time).dataset.relative), 'R', nowMs);
      if (time.textContent !== text) time.textContent = text;
    }
  }

  /** The element of a message, if it is on the page. */
  elementOf(id) {
    return this.#elements.get(id) ?? null;
  }

  async toPresent() {
    if (this.#window.hasNewer) {
      const era = this.#era;
      const page = await this.#fetch({ limit: WINDOW.page });
      if (era === this.#era) this.reset(page, this.#channelName);
    }
    this.#sticks = true;
    this.#toEnd();
  }

  /** Many changes in one moment are drawn together. */
  #queue(id, change) {
    const isNew = change.isNew || this.#waiting.get(id)?.isNew === true;
    this.#waiting.set(id, { message: change.message, isNew });
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    requestAnimationFrame(() => this.#flush());
    // A hidden tab gets no frames, and must not gather work for ever either.
    setTimeout(() => this.#flush(), LONGEST_FRAME_MS);
  }

  #flush() {
    if (!this.#isFlushing) return;
    this.#isFlushing = false;
    const changes = [...this.#waiting];
    this.#waiting.clear();
    const context = this.#context();
    /** @type {Message[]} */
    const fresh = [];
    for (const [id, { message, isNew }] of changes) {
      if (message === null) this.#take(id);
      else if (this.#window.replace(message)) this.#redrawAt(this.#window.indexOf(id));
      else if (isNew && this.#window.append(message)) fresh.push(message);
    }
    if (this.#sticks) for (const gone of this.#window.trimOldest()) this.#forget(gone.id);
    else for (const gone of this.#window.trimNewest()) this.#forget(gone.id);
    const kept = new Set(this.#window.messages);
    const nodes = fresh
      .filter((message) => kept.has(message))
      .map((message) => this.#draw(message, this.#window.indexOf(message.id), context));
    this.#list.append(...nodes);
    this.#showEdges();
    if (this.#sticks) this.#toEnd();
  }

  #take(id) {
    const at = this.#window.remove(id);
    if (at === -1) return;
    this.#forget(id);
    this.#redrawAt(at);
  }

  #forget(id) {
    this.#elements.get(id)?.remove();
    this.#elements.delete(id);
  }

  #redrawAt(at) {
    const message = this.#window.messages[at];
    const old = message === undefined ? undefined : this.#elements.get(message.id);
    if (message === undefined || old === undefined) return;
    const mark = focusMark(old);
    const drawn = this.#draw(message, at, this.#context());
    old.replaceWith(drawn);
    restoreFocus(drawn, mark);
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

  #showEdges() {
    const { hasOlder, hasNewer } = this.#window;
    show(this.#top, hasOlder ? WORDS.older : WORDS.beginning(this.#channelName));
    this.#tries.hidden = hasOlder || this.#window.messages.length > TRIES_UNTIL;
    this.#jump.hidden = !hasNewer && this.#sticks;
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const left = scrollHeight - scrollTop - clientHeight;
    this.#sticks = left < AT_END_PX && !this.#window.hasNewer;
    this.#jump.hidden = this.#sticks || (left < clientHeight && !this.#window.hasNewer);
    if (scrollTop < NEAR_EDGE_PX && this.#window.hasOlder) this.#load('older');
    else if (left < NEAR_EDGE_PX && this.#window.hasNewer) this.#load('newer');
  }

  async #load(direction) {
    const edge = this.#window.messages.at(direction === 'older' ? 0 : -1);
    if (this.#isLoading || edge === undefined) return;
    this.#isLoading = true;
    const era = this.#era;
    const query = direction === 'older' ? { before: edge.id } : { after: edge.id };
    const page = await this.#fetch({ ...query, limit: WINDOW.page }).catch(() => null);
    if (era !== this.#era) return;
    this.#isLoading = false;
    if (page !== null) this.#grow(direction, page);
  }

  #grow(direction, page) {
    const held = this.#window;
    // What one is reading stays where it is on the screen.
    const anchor = this.#elements.get((direction === 'older' ? held.messages[0] : held.messages.at(-1))?.id ?? '');
    const before = anchor?.getBoundingClientRect().top ?? 0;
    if (direction === 'older') held.prepend(page);
    else held.extend(page);
    if (direction === 'older') held.trimNewest();
    else held.trimOldest();
    this.redraw();
    const same = this.#elements.get(anchor?.dataset.id ?? '');
    if (same !== undefined) this.#scroller.scrollTop += same.getBoundingClientRect().top - before;
  }
}
