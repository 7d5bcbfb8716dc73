import type { Change } from '../loopback/changes.ts';

const LONGEST_WAIT_MS = 3_000;

/**
 * What the bot has still to answer. The lives of an interaction are counted by the server's clock: set forward in the
 * middle of an answer, it would make the answer come too late.
 */
export class UnderWay {
  /** Interactions by id, and "is thinking…" messages by theirs. */
  readonly #open = new Set<string>();
  readonly #waiting = new Set<() => void>();

  note(change: Change): void {
    switch (change.kind) {
      case 'interaction-created':
        this.#open.add(change.interaction.id);
        return;
      case 'interaction-answered':
        // A deferred answer is still to come: it is the message that says "is thinking…" until then.
        if (change.interaction.ack?.kind === 'deferred') this.#open.add(change.interaction.originalId ?? '');
        this.#close(change.interaction.id);
        return;
      case 'interaction-failed':
        this.#close(change.interaction.id);
        return;
      case 'message-updated':
      case 'message-deleted':
        this.#close(change.message.id);
    }
  }

  /** Resolves when everything is answered, or after three seconds. */
  settled(): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, LONGEST_WAIT_MS);
      timer.unref();
      this.#waiting.add(done);
    });
  }

  #close(id: string): void {
    this.#open.delete(id);
    if (this.#open.size > 0) return;
    for (const done of [...this.#waiting]) done();
  }
}
