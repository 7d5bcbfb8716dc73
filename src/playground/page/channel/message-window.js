/** How many messages stand in the page at once; the rest is fetched when one scrolls there. */
export const WINDOW = { most: 160, page: 50 };

/**
 * The stretch of a channel that is on the page. Pure bookkeeping: what it holds, and whether there is more beyond.
 */
export class MessageWindow {
  /** @type {Message[]} */
  messages = [];
  hasOlder = false;
  hasNewer = false;

  /** @param {{ messages: Message[], hasOlder: boolean, hasNewer: boolean }} page */
  reset({ messages, hasOlder, hasNewer }) {
    this.messages = [...messages];
    this.hasOlder = hasOlder;
    this.hasNewer = hasNewer;
  }

  /** A new message at the end; false when the end of the channel is not on the page. @param {Message} message */
  append(message) {
    if (this.hasNewer || this.messages.some((held) => held.id === message.id)) return false;
    this.messages.push(message);
    return true;
  }

  /** @param {Message} message */
  replace(message) {
    const at = this.indexOf(message.id);
    if (at === -1) return false;
    this.messages[at] = message;
    return true;
  }

  /** @returns {number} where it stood, or -1 */
  remove(id) {
    const at = this.indexOf(id);
    if (at !== -1) this.messages.splice(at, 1);
    return at;
  }

  /** @param {{ messages: Message[], hasOlder: boolean }} page @returns {number} how many were put before */
  prepend({ messages, hasOlder }) {
    const known = new Set(this.messages.map((held) => held.id));
    const added = messages.filter((message) => !known.has(message.id));
    this.messages.unshift(...added);
    this.hasOlder = hasOlder;
    return added.length;
  }

  /** @param {{ messages: Message[], hasNewer: boolean }} page @returns {number} how many were put after */
  extend({ messages, hasNewer }) {
    const known = new Set(this.messages.map((held) => held.id));
    const added = messages.filter((message) => !known.has(message.id));
    this.messages.push(...added);
    this.hasNewer = hasNewer;
    return added.length;
  }

  /** Lets go of the oldest beyond the most. @returns {Message[]} those let go */
  trimOldest() {
    const gone = this.messages.splice(0, Math.max(0, this.messages.length - WINDOW.most));
    if (gone.length > 0) this.hasOlder = true;
    return gone;
  }

  /** Lets go of the newest beyond the most. @returns {Message[]} those let go */
  trimNewest() {
    const gone = this.messages.splice(WINDOW.most);
    if (gone.length > 0) this.hasNewer = true;
    return gone;
  }

  indexOf(id) {
    return this.messages.findIndex((held) => held.id === id);
  }
}
