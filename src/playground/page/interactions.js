/** What this tab's person did and the bot has not answered yet: which message or which line waits for it. */
export class Interactions {
  /** @type {Map<string, { messageId: string | null }>} */
  #open = new Map();

  /** @param {string} id @param {string | null} messageId the message whose button or select it was */
  started(id, messageId) {
    this.#open.set(id, { messageId });
  }

  /** @param {string} id @returns {{ messageId: string | null } | null} */
  settled(id) {
    const held = this.#open.get(id) ?? null;
    this.#open.delete(id);
    return held;
  }

  clear() {
    this.#open.clear();
  }
}
