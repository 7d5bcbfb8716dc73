import { openForm } from './panels/form-dialog.js';
import { chosenOfSelect, itemsOfSelect } from './panels/select-items.js';
import { openSelectPopup } from './panels/select-popup.js';
import { WORDS } from './words.js';

/** A click whose answer changes nothing on the page is over after this long, whatever comes of it. */
const LONGEST_BUSY_MS = 4000;

/** What this tab's person does to messages and forms, and what has become of it. */
export class Acting {
  /** @type {ActingParts} */ #parts;
  /** What the bot has not answered yet, with the message whose button or select it was. @type {Map<string, string | null>} */
  #open = new Map();
  /** @type {HTMLDialogElement | null} */ #form = null;

  /** @param {ActingParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @returns {Actions} */
  get actions() {
    return {
      click: (messageId, component) => this.#act(messageId, { do: 'click', component }),
      openSelect: (messageId, select, anchor) => this.#openSelect(messageId, select, anchor),
      dismiss: (messageId) => this.#dismiss(messageId),
    };
  }

  /** A command or a form is on its way. */
  sent(id, name) {
    this.#open.set(id, null);
    this.#parts.notices.sending(id, name);
  }

  settled(id, failed) {
    const messageId = this.#open.get(id);
    if (messageId === undefined) return;
    const { notices, list } = this.#parts;
    this.#open.delete(id);
    notices.settled(id);
    if (messageId !== null) {
      this.#free(messageId);
      list.drawn.markFailed(messageId, failed);
    } else if (failed) notices.problem(WORDS.noAnswer);
  }

  /** Nothing that was begun elsewhere, or over a connection that is gone, is waited for any more. */
  reset() {
    this.#open.clear();
    this.#form?.close();
  }

  /** @param {{ id: string, title: string, components: Json[] }} form */
  openForm({ id, title, components }) {
    const { scene, ask } = this.#parts;
    this.#form?.close();
    this.#form = openForm({
      title,
      components,
      context: { server: scene.server, limitBytes: scene.limitBytes },
      text: scene.context(this.actions),
      submit: async (values) => {
        const { interactionId } = await ask({ do: 'submit', interactionId: id, values });
        this.sent(interactionId, title);
      },
    });
  }

  async #act(messageId, request) {
    try {
      const { interactionId } = await this.#parts.ask({ ...request, messageId });
      this.#open.set(interactionId, messageId);
      setTimeout(() => this.#free(messageId), LONGEST_BUSY_MS);
    } catch (error) {
      this.#free(messageId);
      this.#parts.notices.problem(error instanceof Error ? error.message : String(error));
    }
  }

  /** Its buttons can be pressed again. */
  #free(messageId) {
    for (const control of this.#parts.list.drawn.elementOf(messageId)?.querySelectorAll('[aria-busy]') ?? []) {
      control.removeAttribute('aria-busy');
    }
  }

  #openSelect(messageId, select, anchor) {
    if (anchor.getAttribute('aria-busy') === 'true') return;
    openSelectPopup({
      anchor,
      title: select.placeholder || WORDS.choose,
      items: itemsOfSelect(select, this.#parts.scene.server),
      chosen: chosenOfSelect(select),
      min: select.min_values ?? 1,
      max: select.max_values ?? 1,
      commit: (values, items) => {
        anchor.setAttribute('aria-busy', 'true');
        anchor.querySelector('.select-face').textContent = items.map((item) => item.label).join(', ') || WORDS.choose;
        this.#act(messageId, { do: 'select', component: String(select.custom_id), values });
      },
    });
  }

  #dismiss(messageId) {
    const { ask, notices, focusBox } = this.#parts;
    ask({ do: 'dismiss', messageId }).catch((error) => notices.problem(error.message));
    focusBox();
  }
}
