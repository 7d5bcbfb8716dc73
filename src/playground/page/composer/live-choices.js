/**
 * Choices from the bot while one types: asks after a pause, and lets go of every answer that is not to the last question.
 */
export class LiveChoices {
  #delayMs;
  #latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor(delayMs) {
    this.#delayMs = delayMs;
  }

  /**
   * @template Choice
   * @param {() => Promise<Choice[]>} ask
   * @param {(choices: Choice[] | null) => void} show null: no answer came
   * @param {{ atOnce?: boolean }} [how]
   */
  request(ask, show, { atOnce = false } = {}) {
    this.cancel();
    const mine = this.#latest;
    const isLatest = () => mine === this.#latest;
    const start = () => {
      ask().then(
        (choices) => isLatest() && show(choices),
        () => isLatest() && show(null),
      );
    };
    if (atOnce) start();
    else this.#timer = setTimeout(start, this.#delayMs);
  }

  /** Answers still to come are not shown any more. */
  cancel() {
    this.#latest += 1;
    clearTimeout(this.#timer);
  }
}
