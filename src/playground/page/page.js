import { MessageList } from './channel/message-list.js';
import { Notices } from './channel/notices.js';
import { Composer } from './composer/composer.js';
import { Suggestions } from './composer/suggestions.js';
import { Connection } from './connection.js';
import { byId, show } from './dom.js';
import { Interactions } from './interactions.js';
import { openForm } from './panels/form-dialog.js';
import { openRefusals } from './panels/refusals-dialog.js';
import { chosenOfSelect, itemsOfSelect } from './panels/select-items.js';
import { openSelectPopup } from './panels/select-popup.js';
import { showSidebar } from './panels/sidebar.js';
import { hashOf, keepPlace, lastPlace, placeIn, textChannels } from './place.js';
import { currentTheme, setTheme } from './theme.js';
import { h } from './tree.js';
import { WORDS } from './words.js';

/**
 * @typedef {import('./panels/sidebar.js').Place} Place
 * @typedef {import('./composer/option-kinds.js').Server} Server
 * @typedef {import('./render/context.js').Json} Json
 */

const TYPING_SHOWN_MS = 8000;
/** A click whose answer changes nothing on the page is over after this long, whatever comes of it. */
const LONGEST_BUSY_MS = 4000;

/** The page: one place, its messages, its composer, and the live channel that keeps them true. */
export class Page {
  /** @type {{ servers: Server[], people: any[], bot: { id: string, name: string } }} */
  #world = { servers: [], people: [], bot: { id: '', name: '' } };
  /** @type {Place} */ #place = { guildId: '', channelId: '', userId: '' };
  /** @type {any[]} */ #refusals = [];
  #aheadMs = 0;
  #offsetMs = 0;
  #limitBytes = 0;
  #filesOrigin = '';
  #typingTimer = 0;
  #interactions = new Interactions();
  /** @type {HTMLDialogElement | null} */ #form = null;

  constructor() {
    const scroller = byId('scroller');
    this.notices = new Notices(byId('notices'), () => this.list.toPresent());
    this.list = new MessageList({
      scroller,
      list: byId('messages'),
      top: byId('top'),
      tries: byId('tries'),
      jump: byId('jump'),
      context: () => this.#context(),
      fetch: (query) => this.#ask({ do: 'history', ...query }),
    });
    this.composer = new Composer({
      bar: byId('bar'),
      box: /** @type {HTMLTextAreaElement} */ (byId('box')),
      send: byId('send'),
      trouble: byId('trouble'),
      suggestions: new Suggestions(byId('suggestions')),
      server: () => this.#server(),
      limitBytes: () => this.#limitBytes,
      ask: (request) => this.#ask(request),
      onCommand: (leaf, id) => {
        this.#interactions.started(id, null);
        this.notices.sending(id, `/${leaf.path}`);
        this.list.toPresent();
      },
    });
    byId('menu').addEventListener('click', () => this.#showMenu(byId('side').dataset.open !== 'true'));
    byId('veil').addEventListener('click', () => this.#showMenu(false));
    setInterval(() => this.#tick(), 1000);
    this.connection = new Connection(
      (event) => this.#hear(event),
      (isOpen) => this.#connected(isOpen),
    );
  }

  /** @param {Record<string, any>} request */
  #ask(request) {
    return this.connection.ask({ ...request, place: this.#place });
  }

  /** @param {boolean} isOpen */
  #connected(isOpen) {
    byId('offline').hidden = isOpen;
    if (!isOpen) this.#interactions.clear();
  }

  /** @param {any} event */
  #hear(event) {
    switch (event.kind) {
      case 'hello':
        return this.#welcome(event);
      case 'world':
        this.#world = event;
        this.#drawSide();
        return this.list.redraw();
      case 'commands':
        return this.composer.setCommands(event.commands);
      case 'message-created':
      case 'message-updated':
        if (event.message.channelId !== this.#place.channelId) return;
        if (event.message.author.isBot) this.#showTyping(false);
        return this.list.put(event.message);
      case 'message-deleted':
        return this.list.remove(event.id);
      case 'interaction':
        return this.#settled(event);
      case 'modal':
        return this.#openForm(event);
      case 'tries':
        return this.#offerTries(event.tries);
      case 'typing':
        return this.#showTyping(true);
      case 'clock':
        this.#setClock(event.aheadMs);
        return this.list.redraw();
      case 'refused':
        this.#refusals.push(event.refusal);
        if (event.refusal.channelId === null || event.refusal.channelId === this.#place.channelId) {
          this.notices.refused(event.refusal);
        }
        return this.#drawSide();
    }
  }

  /** @param {any} hello */
  #welcome(hello) {
    this.#world = hello;
    this.#refusals = hello.refusals;
    this.#limitBytes = hello.attachmentBytes;
    this.#filesOrigin = hello.filesOrigin;
    this.#offerTries(hello.tries);
    this.#offsetMs = hello.nowMs - hello.aheadMs - Date.now();
    this.#aheadMs = hello.aheadMs;
    this.#go(placeIn(this.#world, location.hash, lastPlace()));
  }

  /** @param {Place} place */
  async #go(place) {
    const isElsewhere = place.channelId !== this.#place.channelId || place.userId !== this.#place.userId;
    this.#place = place;
    keepPlace(hashOf(this.#world, place));
    this.#interactions.clear();
    this.#showTyping(false);
    if (isElsewhere) {
      this.notices.clear();
      this.composer.reset();
      this.#form?.close();
    }
    this.#drawSide();
    this.#drawHead();
    const answer = await this.#ask({ do: 'watch' }).catch(() => null);
    // Meanwhile the person may have gone on to another channel.
    if (answer === null || place !== this.#place) return;
    this.list.reset(answer.history, this.#channel()?.name ?? '');
    this.composer.setCommands(answer.commands);
    document.body.dataset.ready = 'true';
  }

  /** @param {{ id: string, state: string }} event */
  #settled({ id, state }) {
    const held = this.#interactions.settled(id);
    this.notices.settled(id);
    if (held === null) return;
    if (held.messageId === null) {
      if (state === 'failed') this.notices.problem(WORDS.noAnswer);
      return;
    }
    this.#free(held.messageId);
    this.list.markFailed(held.messageId, state === 'failed');
  }

  /** Its buttons can be pressed again. @param {string} messageId */
  #free(messageId) {
    for (const control of this.list.elementOf(messageId)?.querySelectorAll('[aria-busy]') ?? []) {
      control.removeAttribute('aria-busy');
    }
  }

  /** @param {string} messageId @param {Record<string, any>} request */
  async #act(messageId, request) {
    try {
      const { interactionId } = await this.#ask({ ...request, messageId });
      this.#interactions.started(interactionId, messageId);
      setTimeout(() => this.#free(messageId), LONGEST_BUSY_MS);
    } catch (error) {
      this.#free(messageId);
      this.notices.problem(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {string} messageId @param {Json} select @param {HTMLElement} anchor */
  #openSelect(messageId, select, anchor) {
    if (anchor.getAttribute('aria-busy') === 'true') return;
    openSelectPopup({
      anchor,
      title: select.placeholder || WORDS.choose,
      items: itemsOfSelect(select, this.#server()),
      chosen: chosenOfSelect(select),
      min: select.min_values ?? 1,
      max: select.max_values ?? 1,
      commit: (values, items) => {
        anchor.setAttribute('aria-busy', 'true');
        const face = anchor.querySelector('.select-face');
        if (face !== null) face.textContent = items.map((item) => item.label).join(', ') || WORDS.choose;
        this.#act(messageId, { do: 'select', component: String(select.custom_id), values });
      },
    });
  }

  /** @param {{ id: string, title: string, components: Json[] }} event */
  #openForm({ id, title, components }) {
    this.#form?.close();
    this.#form = openForm({
      title,
      components,
      context: { server: this.#server(), limitBytes: this.#limitBytes },
      text: this.#context(),
      submit: async (values) => {
        const { interactionId } = await this.#ask({ do: 'submit', interactionId: id, values });
        this.#interactions.started(interactionId, null);
        this.notices.sending(interactionId, title);
      },
    });
  }

  /** @param {string} messageId */
  #dismiss(messageId) {
    this.#ask({ do: 'dismiss', messageId }).catch((error) => this.notices.problem(error.message));
    this.composer.focus();
  }

  #server() {
    const found = this.#world.servers.find((server) => server.id === this.#place.guildId);
    return found ?? { id: '', name: '', channels: [], roles: [], members: [] };
  }

  #channel() {
    return this.#server().channels.find((channel) => channel.id === this.#place.channelId);
  }

  #now() {
    return Date.now() + this.#offsetMs + this.#aheadMs;
  }

  /** @returns {import('./render/context.js').RenderContext} */
  #context() {
    const { roles, members, channels } = this.#server();
    const roleOf = (/** @type {string} */ id) => roles.find((role) => role.id === id) ?? null;
    return {
      nowMs: this.#now(),
      viewerId: this.#place.userId,
      filesOrigin: this.#filesOrigin,
      user: (id) => {
        const member = members.find((held) => held.id === id);
        if (member === undefined) return null;
        return {
          name: member.name,
          color: member.roles.map((held) => roleOf(held)?.color ?? 0).find((color) => color > 0) ?? 0,
        };
      },
      role: roleOf,
      channel: (id) => channels.find((channel) => channel.id === id) ?? null,
      actions: {
        click: (messageId, component) => this.#act(messageId, { do: 'click', component }),
        openSelect: (messageId, select, anchor) => this.#openSelect(messageId, select, anchor),
        dismiss: (messageId) => this.#dismiss(messageId),
      },
    };
  }

  /** What a newcomer could type, below the beginning of a channel. @param {string[]} tries */
  #offerTries(tries) {
    const buttons = tries.map((line) =>
      h('button', { type: 'button', class: 'try', on: { click: () => this.composer.type(line) } }, line),
    );
    show(byId('tries'), tries.length === 0 ? null : h('span', null, WORDS.tries), ...buttons);
  }

  #drawHead() {
    const channel = this.#channel();
    const person = this.#world.people.find((held) => held.id === this.#place.userId)?.person;
    byId('channel-name').textContent = channel?.name ?? '';
    byId('channel-topic').textContent = channel?.topic ?? '';
    byId('speaking').textContent =
      person === undefined ? '' : WORDS.speakingAs(WORDS.persons[/** @type {'reader'} */ (person)].name);
    byId('box').setAttribute('placeholder', WORDS.box(channel?.name ?? ''));
    byId('box').setAttribute('aria-label', WORDS.box(channel?.name ?? ''));
    document.title = `#${channel?.name ?? ''} · ${this.#server().name}`;
  }

  #drawSide() {
    const { servers, people } = this.#world;
    const place = this.#place;
    const state = {
      servers,
      people,
      place,
      aheadMs: this.#aheadMs,
      refusals: this.#refusals.length,
      theme: currentTheme(),
    };
    const leave = (/** @type {Place} */ to) => {
      this.#go(to);
      this.#showMenu(false);
    };
    showSidebar(byId('side'), state, {
      server: (guildId) => {
        const server = servers.find((held) => held.id === guildId);
        leave({ ...place, guildId, channelId: textChannels(server)[0]?.id ?? '' });
      },
      channel: (channelId) => leave({ ...place, channelId }),
      person: (userId) => leave({ ...place, userId }),
      advance: (ms) => this.connection.ask({ do: 'advance', ms }).catch((error) => this.notices.problem(error.message)),
      theme: (theme) => setTheme(theme),
      refusals: () => openRefusals(this.#refusals),
    });
    this.#tick();
  }

  /** @param {number} aheadMs */
  #setClock(aheadMs) {
    this.#aheadMs = aheadMs;
    this.#drawSide();
  }

  #tick() {
    const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(this.#now());
    const clock = document.getElementById('clock');
    if (clock !== null) clock.textContent = text;
    this.list?.refreshTimes(this.#now());
  }

  /** @param {boolean} isTyping */
  #showTyping(isTyping) {
    clearTimeout(this.#typingTimer);
    byId('typing').textContent = isTyping ? WORDS.typing(this.#world.bot.name) : '';
    if (isTyping) this.#typingTimer = window.setTimeout(() => this.#showTyping(false), TYPING_SHOWN_MS);
  }

  /** On a narrow screen the servers and settings lie over the channel. @param {boolean} isOpen */
  #showMenu(isOpen) {
    byId('side').dataset.open = String(isOpen);
    byId('veil').hidden = !isOpen;
    byId('menu').setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return;
    byId('side').querySelector('button')?.focus();
  }
}
