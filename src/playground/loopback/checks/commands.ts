import { isObject, type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { checkOptions, NAME } from './command-options.ts';
import { codePoints, LIMIT } from './limits.ts';
import { localized } from './locales.ts';
import type { Place } from './problems.ts';
import { also, type Check, list, maybe, need, oneOf, shape, text, whole, yesNo } from './shape.ts';

const CHAT_INPUT = 1;
const PERMISSION_BITS = 2 ** 54 - 1;

const shared = {
  type: maybe(oneOf([1, 2, 3, 4])),
  name_localizations: maybe(localized(1, LIMIT.commandName)),
  description_localizations: maybe(localized(1, LIMIT.commandDescription)),
  default_member_permissions: maybe(whole({ min: 0, max: PERMISSION_BITS })),
  dm_permission: maybe(yesNo),
  nsfw: maybe(yesNo),
  contexts: maybe(list(oneOf([0, 1, 2]), { min: 1, unique: true })),
  integration_types: maybe(list(oneOf([0, 1]), { min: 1, unique: true })),
  handler: maybe(oneOf([1, 2])),
};

const chatInput = shape({
  ...shared,
  name: need(NAME),
  description: need(text({ min: 1, max: LIMIT.commandDescription })),
  options: maybe(checkOptions),
});

const contextMenu = also(
  shape({ ...shared, name: need(text({ min: 1, max: LIMIT.commandName })) }),
  (command, place) => {
    if (textOr(command.description, '') !== '') {
      place
        .at('description')
        .fail(
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
          'Context menu commands cannot have a description.',
        );
    }
    if (objectsOf(command.options).length > 0) {
      place
        .at('options')
        .fail('APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET', 'Context menu commands cannot have options.');
    }
  },
);

/** Checks one command definition. */
export const checkCommand: Check = (value, place) => {
  const type = isObject(value) ? (value.type ?? CHAT_INPUT) : CHAT_INPUT;
  if (type === CHAT_INPUT) also(chatInput, withinTotal)(value, place);
  else contextMenu(value, place);
};

/** Checks a bulk overwrite: every command, no name twice within a type, no more than Discord keeps. */
export const checkCommandList: Check = (value, place) => {
  list(checkCommand)(value, place);
  const commands = objectsOf(value);
  const seen = new Set<string>();
  for (const command of commands) {
    const key = `${numberOr(command.type, CHAT_INPUT)} ${textOr(command.name, '')}`;
    if (seen.has(key)) place.fail('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    seen.add(key);
  }
};

/** The first type of which there are too many, with its limit. */
export function overCommandLimit(commands: readonly JsonObject[]): number | null {
  for (const [type, max] of [
    [1, LIMIT.chatCommands],
    [2, LIMIT.contextCommands],
    [3, LIMIT.contextCommands],
  ] as const) {
    if (commands.filter((command) => numberOr(command.type, CHAT_INPUT) === type).length > max) return max;
  }
  return null;
}

function withinTotal(command: JsonObject, place: Place): void {
  const total = totalLength(command);
  if (total > LIMIT.commandTotal) {
    place.fail('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${total} > ${LIMIT.commandTotal})`);
  }
}

/** Names, descriptions and choice values of a command and all below it; of translations the longest counts. */
function totalLength(node: JsonObject): number {
  const own = longest(node.name, node.name_localizations) + longest(node.description, node.description_localizations);
  const value = codePoints(textOr(node.value, ''));
  const below = [...objectsOf(node.options), ...objectsOf(node.choices)];
  return below.reduce((sum, child) => sum + totalLength(child), own + value);
}

function longest(given: unknown, translations: unknown): number {
  const all = [given, ...(isObject(translations) ? Object.values(translations) : [])];
  return Math.max(...all.map((item) => codePoints(textOr(item, ''))));
}
