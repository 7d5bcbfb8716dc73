import { element } from '../dom.js';
import { h } from '../tree.js';
import { uploadFile } from '../upload.js';
import { WORDS } from '../words.js';
import { closedItems, readFreeText, TYPE } from './option-kinds.js';

/** One option of the command being typed: a labelled box, and the value it holds. */
export class OptionBox {
  /** @type {Json} */ option;
  /** @type {HTMLElement} */ element;
  /** @type {HTMLInputElement} */ input;
  /** @type {Item[] | null} what it takes, when it takes no free text */ items;
  /** Whether a person has typed here since something was taken. */
  isTyped = false;
  /** @type {Item | null} */ #picked = null;

  /** @param {Json} option @param {Server} server */
  constructor(option, server) {
    this.option = option;
    this.items = closedItems(option, server);
    const id = `option-${option.name}`;
    const isNumber = this.items === null && (option.type === TYPE.integer || option.type === TYPE.number);
    const kind = option.required ? WORDS.required : WORDS.optional;
    this.input = element(
      h('input', {
        id,
        type: 'text',
        role: 'combobox',
        autocomplete: 'off',
        spellcheck: 'false',
        inputmode: isNumber ? 'decimal' : null,
        'aria-expanded': 'false',
        'aria-autocomplete': 'list',
        'aria-required': String(option.required === true),
        'aria-description': `${option.description ?? ''} (${kind})`,
      }),
    );
    const name = h('label', { for: id }, String(option.name));
    this.element = element(h('div', { class: option.required ? 'option required' : 'option' }, name));
    this.element.append(this.input);
  }

  get isLive() {
    return this.option.autocomplete === true;
  }

  get isEmpty() {
    return this.input.value === '';
  }

  /** @param {Item} item */
  pick(item) {
    this.#picked = item;
    this.isTyped = false;
    this.input.value = item.label;
    this.element.classList.remove('wrong');
  }

  /** Text from a line typed in one go: taken as one of the list where there is one. */
  fill(text) {
    const item = this.items?.find(
      (held) => sameText(held.label, text) || String(held.value) === text.replace(/[<@#&!>]/g, ''),
    );
    if (item === undefined) this.input.value = text;
    else this.pick(item);
  }

  read() {
    if (this.isEmpty) {
      return this.option.required ? this.#wrong(WORDS.needed(this.option.name)) : { ok: true, value: undefined };
    }
    if (this.#picked !== null && this.#picked.label === this.input.value)
      return { ok: true, value: this.#picked.value };
    if (this.items !== null) {
      const item = this.items.find((held) => sameText(held.label, this.input.value));
      return item === undefined ? this.#wrong(WORDS.oneOfList(this.option.name)) : { ok: true, value: item.value };
    }
    const read = readFreeText(this.option, this.input.value);
    return read.ok ? read : this.#wrong(read.message);
  }

  /** What the bot is told of it while another box is typed in: nothing, when it is not whole yet. */
  readPartial() {
    const read = this.isEmpty ? null : this.read();
    this.element.classList.remove('wrong');
    return read?.ok ? read.value : undefined;
  }

  #wrong(message) {
    this.element.classList.add('wrong');
    return { ok: false, message };
  }
}

/** An option that takes a file: sent as soon as it is chosen, so that Enter does not wait for it. */
export class FileBox {
  /** @type {Json} */ option;
  /** @type {HTMLElement} */ element;
  /** @type {HTMLInputElement} */ input;
  /** @type {Item[] | null} */ items = null;
  isLive = false;
  isTyped = false;
  /** @type {{ upload: string } | null} */ #sent = null;
  /** @type {string | null} */ #trouble = null;

  /** @param {Json} option */
  constructor(option, limitBytes) {
    this.option = option;
    const id = `option-${option.name}`;
    const change = () => this.#send(limitBytes);
    this.input = element(
      h('input', { id, type: 'file', 'aria-required': String(option.required === true), on: { change } }),
    );
    const label = h('label', { for: id }, String(option.name));
    this.element = element(h('div', { class: option.required ? 'option upload required' : 'option upload' }, label));
    this.element.append(this.input);
  }

  get isEmpty() {
    return (this.input.files?.length ?? 0) === 0;
  }

  pick() {}

  fill() {}

  read() {
    const message = this.isEmpty && this.option.required ? WORDS.needed(this.option.name) : this.#trouble;
    if (message !== null) {
      this.element.classList.add('wrong');
      return { ok: false, message };
    }
    if (this.isEmpty) return { ok: true, value: undefined };
    return this.#sent === null ? { ok: false, message: WORDS.uploading } : { ok: true, value: this.#sent };
  }

  readPartial() {
    return undefined;
  }

  async #send(limitBytes) {
    const file = this.input.files?.[0];
    this.#sent = null;
    this.#trouble = null;
    this.element.classList.remove('wrong');
    if (file === undefined) return;
    this.element.setAttribute('aria-busy', 'true');
    try {
      const sent = await uploadFile(file, limitBytes);
      if (this.input.files?.[0] === file) this.#sent = sent;
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : WORDS.uploadFailed;
      this.element.dispatchEvent(new CustomEvent('trouble', { bubbles: true, detail: this.#trouble }));
    }
    this.element.removeAttribute('aria-busy');
  }
}

function sameText(a, b) {
  const plain = (text) => text.trim().toLowerCase().replace(/^[@#]/, '');
  return plain(a) === plain(b);
}
