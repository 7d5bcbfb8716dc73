import { WORDS } from '../words.js';

export const TYPE = {
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  file: 11,
};

/** What a box that takes one of a list offers; null when it takes free text. @param {Json} option @param {Server} server */
export function closedItems(option, server) {
  if (Array.isArray(option.choices) && option.choices.length > 0) {
    return option.choices.map((choice) => ({ label: String(choice.name), value: choice.value }));
  }
  switch (option.type) {
    case TYPE.boolean:
      return [
        { label: WORDS.yes, value: true },
        { label: WORDS.no, value: false },
      ];
    case TYPE.user:
      return userItems(server);
    case TYPE.channel:
      return channelItems(server, option.channel_types);
    case TYPE.role:
      return roleItems(server);
    case TYPE.mentionable:
      return [...userItems(server), ...roleItems(server)];
    default:
      return null;
  }
}

/** @param {Server} server */
export function userItems(server) {
  return server.members.map(({ id, name, roles }) => {
    const held = roles.flatMap((roleId) => server.roles.find((role) => role.id === roleId)?.name ?? []);
    return { label: `@${name}`, detail: held.join(', '), value: id };
  });
}

/** @param {Server} server */
export function roleItems(server) {
  return server.roles.map(({ id, name }) => ({ label: `@${name.replace(/^@/, '')}`, value: id }));
}

/** @param {Server} server */
export function channelItems(server, types) {
  const allowed = Array.isArray(types) && types.length > 0 ? types : null;
  return server.channels
    .filter((channel) => allowed === null || allowed.includes(channel.type))
    .map(({ id, name, topic }) => ({ label: `#${name}`, detail: topic ?? '', value: id }));
}

/** Items that fit what is typed: those that begin with it first. @param {Item[]} items */
export function fittingItems(items, typed) {
  const wanted = typed.trim().toLowerCase().replace(/^[@#]/, '');
  if (wanted === '') return items;
  const plain = (item) => item.label.toLowerCase().replace(/^[@#]/, '');
  const begins = items.filter((item) => plain(item).startsWith(wanted));
  return [...begins, ...items.filter((item) => !begins.includes(item) && plain(item).includes(wanted))];
}

/**
 * The value a box of free text sends.
 * @param {Json} option
 */
export function readFreeText(option, text) {
  const name = String(option.name);
  if (option.type === TYPE.text) return { ok: true, value: text };
  const value = Number(text.trim().replace(/^\+/, ''));
  const isNumber = text.trim() !== '' && Number.isFinite(value);
  if (option.type === TYPE.integer) {
    return isNumber && Number.isSafeInteger(value)
      ? { ok: true, value }
      : { ok: false, message: WORDS.wholeNumber(name) };
  }
  return isNumber ? { ok: true, value } : { ok: false, message: WORDS.number(name) };
}
