import { show } from '../dom.js';
import { avatarTree } from '../render/message.js';
import { spanText } from '../render/time.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';

const STEPS = /** @type {const} */ ({ minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 });
const MESSAGE_CHANNELS = [0, 5];

/** Servers, channels, whom to speak as, the clock. Redrawn whole: the focus goes back to the control it was on. @param {HTMLElement} box @param {SidebarState} state @param {SidebarActions} actions */
export function showSidebar(box, state, actions) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && box.contains(focused) ? focused.dataset.key : undefined;
  show(
    box,
    h('h1', null, WORDS.app),
    group(
      WORDS.servers,
      state.servers.map((server) => serverTree(server, state, actions)),
    ),
    group(WORDS.channels, channelTrees(state, actions)),
    group(
      WORDS.speakAs,
      state.people.map((held) => personTree(held, state, actions)),
    ),
    clockTree(state, actions),
    h('div', { class: 'side-foot' }, themeTree(state, actions), refusalsTree(state, actions)),
  );
  if (key === undefined) return;
  for (const control of box.querySelectorAll('[data-key]')) {
    if (control instanceof HTMLElement && control.dataset.key === key) control.focus();
  }
}

function group(title, children) {
  return h(
    'section',
    { 'aria-label': title },
    h('h2', null, title),
    h('ul', null, ...children.map((child) => h('li', null, child))),
  );
}

function entry(key, isCurrent, click, ...face) {
  const props = {
    class: isCurrent ? 'entry current' : 'entry',
    'aria-current': isCurrent ? 'true' : null,
  };
  return h('button', { ...props, data: { key }, on: { click } }, ...face);
}

function serverTree(server, { place }, actions) {
  const initials = server.name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 2);
  const sign = h('span', { class: 'server-sign', 'aria-hidden': 'true' }, initials);
  return entry(`server-${server.id}`, server.id === place.guildId, () => actions.server(server.id), sign, server.name);
}

function channelTrees({ servers, place }, actions) {
  const channels = servers.find((server) => server.id === place.guildId)?.channels ?? [];
  return channels
    .filter((channel) => MESSAGE_CHANNELS.includes(channel.type))
    .map(({ id, name }) =>
      entry(
        `channel-${id}`,
        id === place.channelId,
        () => actions.channel(id),
        h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
        name,
      ),
    );
}

function personTree({ id, person }, { place }, actions) {
  const { name, may } = WORDS.persons[person];
  const avatar = avatarTree({ id, name, isBot: false });
  const text = h('span', { class: 'person-text' }, h('span', null, name), h('small', null, may));
  return entry(`person-${id}`, id === place.userId, () => actions.person(id), avatar, text);
}

function clockTree({ aheadMs }, actions) {
  const steps = Object.entries(WORDS.clockSteps).map(([step, name]) => {
    const click = () => actions.advance(STEPS[step]);
    const label = `${WORDS.clockForward} ${name}`;
    return h(
      'button',
      { class: 'pill', 'aria-label': label, data: { key: `clock-${step}` }, on: { click } },
      `+ ${name}`,
    );
  });
  return h(
    'section',
    { 'aria-label': WORDS.clock },
    h('h2', null, WORDS.clock),
    h(
      'p',
      { class: 'clock' },
      h('time', { id: 'clock' }),
      h('small', { role: 'status' }, aheadMs === 0 ? WORDS.clockReal : WORDS.clockAhead(spanText(aheadMs))),
    ),
    h('div', { class: 'steps' }, ...steps),
  );
}

function themeTree({ theme }, actions) {
  const change = (event) => actions.theme(event.currentTarget.value);
  const options = Object.entries(WORDS.themes).map(([value, name]) =>
    h('option', { value, selected: value === theme }, name),
  );
  return h(
    'label',
    { class: 'theme' },
    h('span', null, WORDS.theme),
    h('select', { data: { key: 'theme' }, on: { change } }, ...options),
  );
}

function refusalsTree({ refusals }, actions) {
  const props = { class: refusals === 0 ? 'plain' : 'plain bad', data: { key: 'refusals' } };
  return h('button', { ...props, on: { click: actions.refusals } }, WORDS.refused(refusals));
}
