import { byId, show } from './dom.js';
import { h } from './tree.js';
import { WORDS } from './words.js';

const TYPING_SHOWN_MS = 8000;
let typingTimer = 0;

/** The words that stand in the page from the start. */
export function showWords() {
  byId('menu').setAttribute('aria-label', WORDS.menu);
  byId('side').setAttribute('aria-label', WORDS.menu);
  byId('messages').setAttribute('aria-label', WORDS.messages);
  byId('jump').textContent = WORDS.toPresent;
  byId('offline').textContent = WORDS.offline;
  byId('send').setAttribute('aria-label', WORDS.send);
}

/** Channel, topic and person above the messages. @param {import('./scene.js').Scene} scene */
export function showHead({ channel, server, person }) {
  const name = channel?.name ?? '';
  byId('channel-name').textContent = name;
  byId('channel-topic').textContent = channel?.topic ?? '';
  byId('speaking').textContent = person === undefined ? '' : WORDS.speakingAs(WORDS.persons[person].name);
  byId('box').setAttribute('placeholder', WORDS.box(name));
  byId('box').setAttribute('aria-label', WORDS.box(name));
  document.title = `#${name} · ${server.name}`;
}

/** What a newcomer could type, below the beginning of a channel. @param {string[]} tries @param {(line: string) => void} type */
export function showTries(tries, type) {
  const buttons = tries.map((line) => h('button', { class: 'pill', on: { click: () => type(line) } }, line));
  show(byId('tries'), tries.length === 0 ? null : h('span', null, WORDS.tries), ...buttons);
}

/** @param {string | null} bot who is typing */
export function showTyping(bot) {
  clearTimeout(typingTimer);
  byId('typing').textContent = bot === null ? '' : WORDS.typing(bot);
  if (bot !== null) typingTimer = window.setTimeout(() => showTyping(null), TYPING_SHOWN_MS);
}

export function showClock(nowMs) {
  const clock = document.getElementById('clock');
  if (clock === null) return;
  clock.textContent = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(nowMs);
}

/** On a narrow screen the servers and settings lie over the channel. */
export function showMenu(isOpen) {
  byId('side').dataset.open = String(isOpen);
  byId('veil').hidden = !isOpen;
  byId('menu').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) byId('side').querySelector('button')?.focus();
}
