import { channelItems, roleItems, userItems } from '../composer/option-kinds.js';

/** What a select offers. @param {Json} select @param {Server} server */
export function itemsOfSelect(select, server) {
  switch (select.type) {
    case 5:
      return userItems(server);
    case 6:
      return roleItems(server);
    case 7:
      return [...userItems(server), ...roleItems(server)];
    case 8:
      return channelItems(server, select.channel_types);
    default:
      return (select.options ?? []).map((option) => ({
        label: [option.emoji?.id ? '' : option.emoji?.name, option.label].filter(Boolean).join(' '),
        detail: option.description ?? '',
        value: option.value,
      }));
  }
}

/** What is chosen from the start. @param {Json} select */
export function chosenOfSelect(select) {
  if (Array.isArray(select.default_values)) return select.default_values.map((held) => String(held.id));
  const options = select.options ?? [];
  return options.filter((option) => option.default === true).map((option) => String(option.value));
}
