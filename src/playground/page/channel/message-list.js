import { show } from '../dom.js';
import { WORDS } from '../words.js';
import { DrawnMessages } from './drawn-messages.js';
import { MessageWindow, WINDOW } from './message-window.js';

const NEAR_EDGE_PX = 400;
const AT_END_PX = 60;
const LONGEST_FRAME_MS = 200;
/** Who has seen a few answers needs no more suggestions. */
const TRIES_UNTIL = 3;

/** The messages of a channel on the page: a window of it that moves as one scrolls and grows as messages come. */
export class MessageList {
  #window = new MessageWindow();
  drawn;
  /** What has happened and is not shown yet; null: deleted. @type {Map<string, { message: Message | null, isNew: boolean }>} */
  #waiting = new Map();
  #isFlushing = false;
  #isLoading = false;
  /** Whether the newest message is in sight, and stays so when another comes. */
  #sticks = true;
  /** Counts resets: an answer to a question from before the last one is dropped. */
  #era = 0;
  #channelName = '';
  #parts;

  /** @param {MessageListParts} parts */
  constructor(parts) {
    const { scroller, list, jump, context } = parts;
    this.#parts = parts;
    this.drawn = new DrawnMessages(list, this.#window, context);
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    jump.addEventListener('click', () => this.toPresent());
    // Pictures that arrive, or a narrower window, must not push the newest message out of sight.
    const observer = new ResizeObserver(() => this.#sticks && this.#toEnd());
    observer.observe(list);
    observer.observe(scroller);
  }

  /** @param {HistoryPage} page */
  reset(page, channelName) {
    this.#era += 1;
    this.#channelName = channelName;
    this.#waiting.clear();
    this.drawn.clear();
    this.#window.reset(page);
    this.#isLoading = false;
    this.#sticks = true;
    this.redraw();
    this.#toEnd();
    this.#loadNearEdge();
  }

  /** Draws everything anew: names or the viewer have changed. */
  redraw() {
    this.drawn.drawAll();
    this.#showEdges();
  }

  /** Only a new message is put at the end: one that was edited may be far above what is on the page. @param {Message} message @param {boolean} isNew */
  put(message, isNew) {
    this.#queue(message.id, { message, isNew });
  }

  remove(id) {
    this.#queue(id, { message: null, isNew: false });
  }

  async toPresent() {
    if (this.#window.hasNewer) {
      const era = this.#era;
      const page = await this.#parts.fetch({ limit: WINDOW.page }).catch(() => null);
      if (page !== null && era === this.#era) this.reset(page, this.#channelName);
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
    const held = this.#window;
    /** @type {Message[]} */
    const fresh = [];
    for (const [id, { message, isNew }] of changes) {
      if (message === null) this.#take(id);
      else if (held.replace(message)) this.drawn.redrawAt(held.indexOf(id));
      else if (isNew && held.append(message)) fresh.push(message);
    }
    for (const gone of this.#sticks ? held.trimOldest() : held.trimNewest()) this.drawn.forget(gone.id);
    const kept = new Set(held.messages);
    this.drawn.append(fresh.filter((message) => kept.has(message)));
    this.#showEdges();
    if (this.#sticks) this.#toEnd();
    this.#loadNearEdge();
  }

  #take(id) {
    const at = this.#window.remove(id);
    if (at === -1) return;
    this.drawn.forget(id);
    // The next one may have to name its author now.
    this.drawn.redrawAt(at);
  }

  #showEdges() {
    const { hasOlder, hasNewer, messages } = this.#window;
    const { top, tries, jump } = this.#parts;
    show(top, hasOlder ? WORDS.older : WORDS.beginning(this.#channelName));
    tries.hidden = hasOlder || messages.length > TRIES_UNTIL;
    jump.hidden = !hasNewer && this.#sticks;
  }

  #toEnd() {
    this.#parts.scroller.scrollTop = this.#parts.scroller.scrollHeight;
  }

  /** How far the end is below what one sees. */
  get #belowPx() {
    const { scrollTop, scrollHeight, clientHeight } = this.#parts.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  #scrolled() {
    const { hasNewer } = this.#window;
    this.#sticks = this.#belowPx < AT_END_PX && !hasNewer;
    this.#parts.jump.hidden = this.#sticks || (this.#belowPx < this.#parts.scroller.clientHeight && !hasNewer);
    this.#loadNearEdge();
  }

  #loadNearEdge() {
    const { hasOlder, hasNewer } = this.#window;
    if (this.#parts.scroller.scrollTop < NEAR_EDGE_PX && hasOlder) this.#load('older');
    else if (this.#belowPx < NEAR_EDGE_PX && hasNewer) this.#load('newer');
  }

  async #load(direction) {
    const edge = this.#window.messages.at(direction === 'older' ? 0 : -1);
    if (this.#isLoading || edge === undefined) return;
    this.#isLoading = true;
    const era = this.#era;
    const query = direction === 'older' ? { before: edge.id } : { after: edge.id };
    const page = await this.#parts.fetch({ ...query, limit: WINDOW.page }).catch(() => null);
    if (era !== this.#era) return;
    this.#isLoading = false;
    if (page !== null) this.#grow(direction, page, edge.id);
  }

  #grow(direction, page, edgeId) {
    // What one is reading stays where it is on the screen.
    const topOf = () => this.drawn.elementOf(edgeId)?.getBoundingClientRect().top;
    const before = topOf();
    if (direction === 'older') {
      this.#window.prepend(page);
      this.#window.trimNewest();
    } else {
      this.#window.extend(page);
      this.#window.trimOldest();
    }
    this.redraw();
    const after = topOf();
    if (before !== undefined && after !== undefined) this.#parts.scroller.scrollTop += after - before;
  }
}
