import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandOption, LookupCommand } from '../../commands/command.ts';
import { commands } from '../messages/en/commands.ts';

/** The language all names and descriptions are in, said explicitly. */
const LOCALE = 'en-US';

/** `/lore` and its subcommands as Discord wants them. */
export function commandsJson(lore: readonly LookupCommand[]): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      ...named('lore', commands.lore.description),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      options: lore.map((command) => ({
        type: ApplicationCommandOptionType.Subcommand,
        ...named(command.name, command.description),
        options: [
          ...requiredFirst(command.options.filter((option) => option.isTerminalOnly !== true)).map(optionJson),
          privateOption(),
        ],
      })),
    },
  ];
}

function named(name: string, description: string) {
  return {
    name,
    description,
    name_localizations: { [LOCALE]: name },
    description_localizations: { [LOCALE]: description },
  };
}

function requiredFirst(options: readonly CommandOption[]): readonly CommandOption[] {
  return [...options].sort((a, b) => Number(b.isRequired === true) - Number(a.isRequired === true));
}

function optionJson(option: CommandOption) {
  const base = { ...named(option.name, option.description), required: option.isRequired === true };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean as const };
  return {
    ...base,
    type: ApplicationCommandOptionType.String as const,
    ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
    autocomplete: option.suggest !== undefined,
  };
}

/** Every look-up takes it: then only the asker sees the answer. */
function privateOption() {
  return {
    type: ApplicationCommandOptionType.Boolean as const,
    ...named('private', commands.lore.private),
    required: false,
  };
}
