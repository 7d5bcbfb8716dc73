import { WORDS } from '../words.js';
import { CommandForm } from './command-form.js';
import { fittingLeaves, leafOfLine, leavesOf, optionsOfLine } from './command-model.js';

const LONGEST_MESSAGE = 2000;

/** The bar at the bottom: plain text, or a command with its boxes. */
export class Composer {
  /** @type {ComposerParts} */ #parts;
  /** @type {Leaf[]} */ #leaves = [];
  /** @type {CommandForm | null} */ #form = null;
  #isSending = false;

  /** @param {ComposerParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { box, bar } = parts;
    box.addEventListener('input', () => this.#typed());
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('focus', () => this.#offerCommands());
    box.addEventListener('blur', () => parts.suggestions.hide());
    bar.addEventListener('keydown', (event) => this.#formKey(event));
    bar.addEventListener('trouble', (/** @type {any} */ event) => this.#say(event.detail));
    bar.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** @param {Command[]} commands */
  setCommands(commands) {
    this.#leaves = leavesOf(commands);
    const path = this.#form?.leaf.path;
    if (path !== undefined && !this.#leaves.some((leaf) => leaf.path === path)) this.leave('');
    else if (document.activeElement === this.#parts.box) this.#offerCommands();
  }

  /** Whether the person who speaks is offered the command of that line. */
  knows(line) {
    return leafOfLine(this.#leaves, line) !== null;
  }

  /** Forgets the command being typed: its server or person has changed. */
  reset() {
    if (this.#form !== null) this.leave('');
    this.#say('');
  }

  focus() {
    if (this.#form === null) this.#parts.box.focus();
    else if (!this.#form.focus()) this.#parts.send.focus();
  }

  /** As if the line had been typed; Enter is left to the person. */
  type(line) {
    this.leave(line);
    const named = leafOfLine(this.#leaves, line);
    if (named !== null) this.#open(named.leaf, named.rest);
  }

  /** Back to plain text. */
  leave(text) {
    this.#form?.close();
    this.#form = null;
    const { box } = this.#parts;
    box.hidden = false;
    box.value = text;
    this.#say('');
    this.#grow();
    box.focus();
    this.#offerCommands();
  }

  #typed() {
    this.#say('');
    this.#grow();
    const line = this.#parts.box.value;
    const named = leafOfLine(this.#leaves, line);
    const isWhole = named !== null && line.length > named.leaf.path.length + 1;
    if (named !== null && isWhole) this.#open(named.leaf, named.rest);
    else this.#offerCommands();
  }

  #offerCommands() {
    const { suggestions, box } = this.#parts;
    if (!box.value.startsWith('/') || box.value.includes('\n')) {
      suggestions.hide();
      return;
    }
    const fitting = fittingLeaves(this.#leaves, box.value);
    const items = fitting.map((leaf) => ({
      label: `/${leaf.path}`,
      detail: leaf.description,
      heading: leaf.path === leaf.command.name ? '' : `/${leaf.command.name} · ${leaf.command.description}`,
    }));
    const none = this.#leaves.length === 0 ? WORDS.noCommands : WORDS.noCommandFits;
    const status = items.length === 0 ? none : '';
    const list = { title: WORDS.commands, items, firstActive: true, status, hint: WORDS.hints.list };
    suggestions.show(box, list, (index) => {
      const leaf = fitting[index];
      if (leaf !== undefined) this.#open(leaf, '');
    });
  }

  #open(leaf, rest) {
    const { bar, box, suggestions, scene, ask } = this.#parts;
    suggestions.hide();
    const form = new CommandForm(leaf, {
      suggestions,
      scene,
      choices: async (request) => (await ask({ do: 'autocomplete', ...request })).choices,
      submit: () => this.#send(),
      leave: (text) => this.leave(text),
    });
    this.#form = form;
    form.fill(optionsOfLine(leaf.options, rest));
    box.hidden = true;
    bar.insertBefore(form.element, box);
    if (!form.focus()) this.#parts.send.focus();
  }

  /** Keys on what is no box: the buttons of a command without options. */
  #formKey(event) {
    if (!(event.target instanceof HTMLButtonElement) || this.#form === null) return;
    if (event.key === 'Escape' || event.key === 'Backspace') {
      event.preventDefault();
      this.leave(event.key === 'Escape' ? '' : `/${this.#form.leaf.path}`);
    }
  }

  #key(event) {
    const { suggestions } = this.#parts;
    if (event.isComposing) return;
    const isList = suggestions.isOpen;
    if (isList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      suggestions.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Tab' && !event.shiftKey && suggestions.active !== -1) {
      event.preventDefault();
      suggestions.take();
    } else if (event.key === 'Escape' && isList) {
      event.preventDefault();
      suggestions.hide();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (!suggestions.take()) this.#send();
    }
  }

  async #send() {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await (this.#form === null ? this.#sendText() : this.#sendCommand(this.#form));
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isSending = false;
    }
  }

  async #sendText() {
    const { box, ask } = this.#parts;
    const content = box.value;
    if (content.trim() === '') return;
    const { length } = [...content];
    if (content.startsWith('/') && !content.includes('\n')) return this.#say(WORDS.noCommandFits);
    if (length > LONGEST_MESSAGE) return this.#say(WORDS.tooLong(length, LONGEST_MESSAGE));
    await ask({ do: 'say', content });
    if (box.value === content) box.value = '';
    this.#grow();
  }

  async #sendCommand(form) {
    const read = form.read();
    if (!read.ok) return this.#say(read.message);
    const { interactionId } = await this.#parts.ask({
      do: 'command',
      command: `/${form.leaf.path}`,
      options: read.options,
    });
    this.#parts.onCommand(form.leaf, interactionId);
    if (this.#form === form) this.leave('');
  }

  #grow() {
    const { box } = this.#parts;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }

  #say(text) {
    this.#parts.trouble.textContent = text;
    this.#parts.trouble.hidden = text === '';
  }
}
