import {
  type APIActionRowComponent,
  type APISelectMenuComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { Select } from '../messages/document.ts';
import { actionId } from './action-id.ts';
import { LIMITS } from './limits.ts';

/** A list to choose from, in a row of its own. Throws where its options do not fit into an id: they must be short. */
export function selectRow(select: Select): APIActionRowComponent<APISelectMenuComponent> {
  return { type: ComponentType.ActionRow, components: [menu(select)] };
}

function menu({ action, options, placeholder, of, least, most }: Select): APISelectMenuComponent {
  const id = actionId({ verb: 'do', command: action, options, page: 1 });
  if (id === null) throw new Error(`the options of ${action} are too long for a list`);
  const base = {
    custom_id: id,
    placeholder: placeholder.slice(0, LIMITS.placeholder),
    min_values: least ?? 1,
  };
  if (of.kind === 'choices') {
    const choices = of.choices.slice(0, LIMITS.selectChoices);
    return {
      ...base,
      type: ComponentType.StringSelect,
      max_values: Math.min(most ?? 1, choices.length),
      options: choices.map(({ label, value, description, isChosen }) => ({
        label: label.slice(0, LIMITS.choiceLabel),
        value,
        default: isChosen === true,
        ...(description === undefined ? {} : { description: description.slice(0, LIMITS.choiceLabel) }),
      })),
    };
  }
  const max_values = most ?? 1;
  if (of.kind === 'roles') {
    const default_values = of.chosen.map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role as const }));
    return { ...base, type: ComponentType.RoleSelect, max_values, default_values };
  }
  return {
    ...base,
    type: ComponentType.ChannelSelect,
    max_values,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    default_values: of.chosen.map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel as const })),
  };
}
