import { fittingItems } from '../composer/option-kinds.js';
import { element, show } from '../dom.js';
import { h } from '../tree.js';
import { WORDS } from '../words.js';

const FILTER_FROM = 8;
const EDGE_PX = 8;

/** The list a select opens. One choice is taken at once; several are taken together when it closes. */
export function openSelectPopup(/** @type {PopupRequest} */ request) {
  const { anchor, title, items, min, max } = request;
  const isMany = max > 1;
  const chosen = new Set(request.chosen);
  let shown = items;
  let active = Math.max(
    0,
    items.findIndex((item) => chosen.has(String(item.value))),
  );
  const filter = element(
    h('input', {
      type: 'text',
      class: 'popup-filter',
      role: 'combobox',
      placeholder: WORDS.filter,
      'aria-label': `${title}: ${WORDS.filter}`,
      'aria-controls': 'popup-list',
      'aria-expanded': 'true',
      autocomplete: 'off',
      readonly: items.length < FILTER_FROM,
    }),
  );
  const list = element(
    h('div', { id: 'popup-list', role: 'listbox', 'aria-label': title, 'aria-multiselectable': String(isMany) }),
  );
  const status = element(h('p', { class: 'list-status', role: 'status' }));
  const done = element(h('button', { class: 'button primary', on: { click: () => finish(true) } }, WORDS.done));
  const foot = element(h('div', { class: 'popup-foot' }));
  foot.append(status, done);
  const popup = element(h('div', { class: 'popup', popover: 'auto' }));
  popup.append(filter, list);
  if (isMany || min === 0) popup.append(foot);

  const draw = () => {
    shown = fittingItems(items, items.length < FILTER_FROM ? '' : filter.value);
    active = Math.min(active, shown.length - 1);
    const rows = shown.map((item, index) =>
      h(
        'div',
        {
          role: 'option',
          id: `popup-${index}`,
          class: index === active ? 'line active' : 'line',
          'aria-selected': String(chosen.has(String(item.value))),
          on: { click: () => choose(index) },
        },
        h('span', { class: 'line-label' }, item.label),
        item.detail ? h('span', { class: 'line-detail' }, item.detail) : null,
      ),
    );
    show(list, ...(rows.length === 0 ? [h('p', { class: 'list-status' }, WORDS.nothingFits)] : rows));
    list.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    if (active >= 0) filter.setAttribute('aria-activedescendant', `popup-${active}`);
    status.textContent = chosen.size < min ? WORDS.selectTakes(min, max) : WORDS.chosen(chosen.size);
  };
  const choose = (index) => {
    const value = String(shown[index]?.value ?? '');
    if (shown[index] === undefined) return;
    active = index;
    if (!isMany) chosen.clear();
    if (isMany && chosen.has(value)) chosen.delete(value);
    else if (chosen.size < max) chosen.add(value);
    if (isMany) draw();
    else finish(true);
  };
  let isOver = false;
  const finish = (commits) => {
    if (isOver) return;
    isOver = true;
    anchor.setAttribute('aria-expanded', 'false');
    popup.remove();
    if (anchor.isConnected) anchor.focus({ preventScroll: true });
    if (!commits || chosen.size < min) return;
    const picked = items.filter((item) => chosen.has(String(item.value)));
    request.commit([...chosen], picked);
  };
  filter.addEventListener('input', () => {
    active = 0;
    draw();
  });
  popup.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(1, shown.length);
      draw();
    } else if (event.key === 'Enter' && event.target !== done) choose(active);
    else if (event.key === ' ' && filter.readOnly && event.target !== done) choose(active);
    else if (event.key === 'Escape') finish(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // A press outside closes it: several choices are then taken as they stand, one that was not made is not.
  popup.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') finish(isMany);
  });

  (anchor.closest('dialog') ?? document.body).append(popup);
  anchor.setAttribute('aria-expanded', 'true');
  popup.showPopover();
  draw();
  place(popup, anchor);
  filter.focus();
}

/** Below what it belongs to, or above where there is more room. */
function place(popup, anchor) {
  const at = anchor.getBoundingClientRect();
  const width = Math.min(Math.max(at.width, 240), innerWidth - 2 * EDGE_PX);
  const below = innerHeight - at.bottom - EDGE_PX;
  const above = at.top - EDGE_PX;
  const isBelow = below >= Math.min(popup.scrollHeight, 320) || below >= above;
  popup.style.width = `${width}px`;
  popup.style.maxHeight = `${Math.min(360, isBelow ? below : above)}px`;
  popup.style.left = `${Math.max(EDGE_PX, Math.min(at.left, innerWidth - width - EDGE_PX))}px`;
  if (isBelow) popup.style.top = `${at.bottom + 4}px`;
  else popup.style.top = `${Math.max(EDGE_PX, at.top - 4 - popup.offsetHeight)}px`;
}
