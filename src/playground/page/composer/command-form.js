import { element } from '../dom.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { LiveChoices } from './live-choices.js';
import { FileBox, OptionBox } from './option-box.js';
import { fittingItems, TYPE } from './option-kinds.js';

const DEBOUNCE_MS = 90;

/** The command being typed: its name, and one box for each option, required ones first. */
export class CommandForm {
  /** @type {HTMLElement} */ element;
  /** @type {Leaf} */ leaf;
  /** @type {Box[]} */ #boxes;
  /** @type {FormParts} */ #parts;
  #live = new LiveChoices(DEBOUNCE_MS);

  /** @param {Leaf} leaf @param {FormParts} parts */
  constructor(leaf, parts) {
    this.leaf = leaf;
    this.#parts = parts;
    const { server, limitBytes } = parts.scene;
    this.#boxes = leaf.options.map((option) =>
      option.type === TYPE.file ? new FileBox(option, limitBytes) : new OptionBox(option, server),
    );
    const leave = { class: 'plain', 'aria-label': WORDS.clear, on: { click: () => parts.leave('') } };
    const name = h('span', { class: 'chip' }, `/${leaf.path}`, h('button', leave, '✕'));
    this.element = element(h('div', { class: 'command-form', role: 'group', 'aria-label': `/${leaf.path}` }, name));
    for (const box of this.#boxes) this.#wire(box);
  }

  /** @param {Map<string, string>} values */
  fill(values) {
    for (const box of this.#boxes) {
      const text = values.get(String(box.option.name));
      if (text !== undefined) box.fill(text);
    }
  }

  /** Puts the focus where there is something to type: the first required box that is empty, or else the first box; false when there is no box. */
  focus() {
    const box = this.#boxes.find((held) => held.option.required && held.isEmpty) ?? this.#boxes[0];
    box?.input.focus();
    return box !== undefined;
  }

  read() {
    /** @type {Json} */
    const options = {};
    for (const box of this.#boxes) {
      const read = box.read();
      if (!read.ok) {
        box.input.focus();
        return read;
      }
      if (read.value !== undefined) options[String(box.option.name)] = read.value;
    }
    return { ok: true, options };
  }

  /** Nothing that is still under way may show itself after this. */
  close() {
    this.#live.cancel();
    this.#parts.suggestions.hide();
    this.element.remove();
  }

  #wire(box) {
    this.element.append(box.element);
    const { input } = box;
    input.addEventListener('keydown', (event) => this.#key(event, box));
    input.addEventListener('focus', () => this.#offer(box, { atOnce: true }));
    input.addEventListener('click', () => !this.#parts.suggestions.isOpen && this.#offer(box, { atOnce: true }));
    input.addEventListener('blur', () => {
      this.#live.cancel();
      this.#parts.suggestions.hide();
    });
    if (box instanceof OptionBox) {
      input.addEventListener('input', () => {
        box.isTyped = true;
        box.element.classList.remove('wrong');
        this.#offer(box, { atOnce: false });
      });
    }
  }

  /** Shows what the box offers for what stands in it. */
  #offer(box, { atOnce }) {
    if (box.isLive) this.#ask(box, atOnce);
    else this.#list(box, fittingItems(box.items ?? [], box.input.value), box.items === null ? '' : WORDS.nothingFits);
  }

  #ask(box, atOnce) {
    const { suggestions } = this.#parts;
    if (suggestions.isOpen && !atOnce) suggestions.markStale();
    else this.#list(box, [], WORDS.waiting);
    this.#live.request(
      () =>
        this.#parts.choices({
          command: `/${this.leaf.path}`,
          options: this.#partial(box),
          focused: String(box.option.name),
        }),
      (choices) => {
        const items = (choices ?? []).map(({ name, value }) => ({ label: name, value }));
        this.#list(box, items, choices === null ? WORDS.choicesFailed : WORDS.noChoices);
      },
      { atOnce },
    );
  }

  #partial(focused) {
    /** @type {Json} */
    const options = { [String(focused.option.name)]: focused.input.value };
    for (const box of this.#boxes) {
      const value = box === focused ? undefined : box.readPartial();
      if (value !== undefined) options[String(box.option.name)] = value;
    }
    return options;
  }

  #list(box, items, ifEmpty) {
    const { option, input } = box;
    const list = {
      title: `${option.name}: ${option.description ?? ''}`,
      items,
      // What nobody has typed in is passed by with Tab and sent with Enter: nothing is taken unless it was pointed at.
      firstActive: box.isTyped && !box.isEmpty,
      status: items.length === 0 ? ifEmpty : '',
      hint: items.length === 0 ? WORDS.hints.options : WORDS.hints.list,
    };
    this.#parts.suggestions.show(input, list, (index) => {
      const item = items[index];
      if (item === undefined) return;
      box.pick(item);
      this.#live.cancel();
      this.#parts.suggestions.hide();
      this.#next(box);
    });
  }

  /** On to the next required box that is empty; there is none: stay, and Enter sends. */
  #next(box) {
    const next = this.#boxes.find((held) => held !== box && held.option.required && held.isEmpty);
    (next ?? box).input.focus();
  }

  #key(event, box) {
    const { suggestions } = this.#parts;
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (box instanceof FileBox) return;
        event.preventDefault();
        if (!suggestions.isOpen) this.#offer(box, { atOnce: true });
        else suggestions.move(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter':
        if (box instanceof FileBox) return;
        event.preventDefault();
        if (!suggestions.take()) this.#parts.submit();
        return;
      case 'Tab':
        this.#tab(event, box);
        return;
      case 'Escape':
        event.preventDefault();
        this.#live.cancel();
        if (suggestions.isOpen) suggestions.hide();
        else this.#parts.leave('');
        return;
      case 'Backspace':
        if (box === this.#boxes[0] && box.isEmpty && box instanceof OptionBox) {
          event.preventDefault();
          this.#parts.leave(`/${this.leaf.path}`);
        }
    }
  }

  /** Takes the active line and goes on to the next box. */
  #tab(event, box) {
    const { suggestions } = this.#parts;
    if (event.shiftKey || suggestions.active === -1) return;
    suggestions.take();
    const next = this.#boxes[this.#boxes.indexOf(box) + 1];
    if (next === undefined) return;
    event.preventDefault();
    next.input.focus();
  }
}
