import { Acting } from './acting.js';
import { MessageList } from './channel/message-list.js';
import { Notices } from './channel/notices.js';
import { Composer } from './composer/composer.js';
import { Suggestions } from './composer/suggestions.js';
import { Connection } from './connection.js';
import { byId } from './dom.js';
import { showClock, showHead, showMenu, showTries, showTyping } from './frame.js';
import { openRefusals } from './panels/refusals-dialog.js';
import { showSidebar } from './panels/sidebar.js';
import { hashOf, keepPlace, lastPlace, placeIn, textChannels } from './place.js';
import { Scene } from './scene.js';
import { currentTheme, setTheme } from './theme.js';

/** The page: one place, its messages, its composer, and the live channel that keeps them true. */
export class Page {
  #scene = new Scene();
  /** @type {string[]} */ #tries = [];

  constructor() {
    const ask = (request) => this.connection.ask({ ...request, place: this.#scene.place });
    this.notices = new Notices(byId('notices'), () => this.list.toPresent());
    this.list = new MessageList({
      scroller: byId('scroller'),
      list: byId('messages'),
      top: byId('top'),
      tries: byId('tries'),
      jump: byId('jump'),
      context: () => this.#scene.context(this.acting.actions),
      fetch: (query) => ask({ do: 'history', ...query }),
    });
    this.composer = new Composer({
      bar: byId('bar'),
      box: byId('box'),
      send: byId('send'),
      trouble: byId('trouble'),
      suggestions: new Suggestions(byId('suggestions')),
      scene: this.#scene,
      ask,
      onCommand: (leaf, id) => {
        this.acting.sent(id, `/${leaf.path}`);
        this.list.toPresent();
      },
    });
    const { notices, list, composer } = this;
    this.acting = new Acting({ scene: this.#scene, ask, notices, list, focusBox: () => composer.focus() });
    byId('menu').addEventListener('click', () => showMenu(byId('side').dataset.open !== 'true'));
    byId('veil').addEventListener('click', () => showMenu(false));
    byId('side').addEventListener('keydown', ({ key }) => key === 'Escape' && showMenu(false));
    addEventListener('hashchange', () => this.#go(placeIn(this.#scene.world, location.hash, null)));
    setInterval(() => this.#tick(), 1000);
    this.connection = new Connection(
      (event) => this.#hear(event),
      (isOpen) => {
        byId('offline').hidden = isOpen;
        if (!isOpen) this.acting.reset();
      },
    );
  }

  #hear(event) {
    const scene = this.#scene;
    switch (event.kind) {
      case 'hello':
        scene.begin(event);
        this.#offerTries(event.tries);
        return this.#go(placeIn(scene.world, location.hash, lastPlace()));
      case 'world':
        scene.world = event;
        this.#drawSide();
        return this.list.redraw();
      case 'commands':
        return this.#setCommands(event.commands);
      case 'message-created':
      case 'message-updated':
        if (event.message.channelId !== scene.place.channelId) return;
        if (event.message.author.isBot) showTyping(null);
        return this.list.put(event.message, event.kind === 'message-created');
      case 'message-deleted':
        return this.list.remove(event.id);
      case 'interaction':
        return this.acting.settled(event.id, event.state === 'failed');
      case 'modal':
        return this.acting.openForm(event);
      case 'tries':
        return this.#offerTries(event.tries);
      case 'typing':
        return showTyping(scene.world.bot.name);
      case 'clock':
        scene.aheadMs = event.aheadMs;
        this.#drawSide();
        return this.list.redraw();
      case 'refused':
        return this.#refused(event.refusal);
    }
  }

  /** @param {Place} place */
  async #go(place) {
    const scene = this.#scene;
    const isElsewhere = place.channelId !== scene.place.channelId || place.userId !== scene.place.userId;
    scene.place = place;
    keepPlace(hashOf(scene.world, place));
    showTyping(null);
    if (isElsewhere) {
      this.acting.reset();
      this.notices.clear();
      this.composer.reset();
    }
    const asked = this.connection.ask({ do: 'watch', place }).catch(() => null);
    this.#drawSide();
    showHead(scene);
    const answer = await asked;
    // Meanwhile the person may have gone on to another channel.
    if (answer === null || place !== scene.place) return;
    this.list.reset(answer.history, scene.channel?.name ?? '');
    this.#setCommands(answer.commands);
    document.body.dataset.ready = 'true';
  }

  #offerTries(tries) {
    this.#tries = tries;
    this.#showTries();
  }

  /** Only what the person who speaks is offered: a reader has no command that sets the lorebook up. */
  #showTries() {
    const offered = this.#tries.filter((line) => this.composer.knows(line));
    showTries(offered, (line) => this.composer.type(line));
  }

  /** @param {Command[]} commands */
  #setCommands(commands) {
    this.composer.setCommands(commands);
    this.#showTries();
  }

  /** @param {Refusal} refusal */
  #refused(refusal) {
    this.#scene.refusals.push(refusal);
    const isHere = refusal.channelId === null || refusal.channelId === this.#scene.place.channelId;
    if (isHere) this.notices.refused(refusal);
    this.#drawSide();
  }

  #drawSide() {
    const { world, place, aheadMs, refusals } = this.#scene;
    const { servers, people } = world;
    const leave = (change) => {
      this.#go({ ...place, ...change });
      showMenu(false);
    };
    const state = { servers, people, place, aheadMs, refusals: refusals.length, theme: currentTheme() };
    showSidebar(byId('side'), state, {
      server: (guildId) => {
        const server = servers.find((held) => held.id === guildId);
        leave({ guildId, channelId: textChannels(server)[0]?.id ?? '' });
      },
      channel: (channelId) => leave({ channelId }),
      person: (userId) => leave({ userId }),
      advance: (ms) => this.connection.ask({ do: 'advance', ms }).catch((error) => this.notices.problem(error.message)),
      theme: (theme) => setTheme(theme),
      refusals: () => openRefusals(refusals),
    });
    this.#tick();
  }

  #tick() {
    showClock(this.#scene.nowMs);
    this.list.drawn.refreshTimes(this.#scene.nowMs);
  }
}
