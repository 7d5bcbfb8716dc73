import { type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import type { Commands, StoredCommand } from '../world/commands.ts';
import { PersonError } from './person-error.ts';

const CHAT_INPUT = 1;
const GROUP = 2;

/** A command found by the words a person types after the slash. */
export interface CommandPath {
  readonly command: StoredCommand;
  /** The group and subcommand on the way, outermost first. */
  readonly nested: readonly JsonObject[];
  /** The options of the last of them. */
  readonly options: readonly JsonObject[];
}

/** Finds `/lore entry` among the commands registered for this server. */
export function findCommand(commands: Commands, guildId: string | null, typed: string): CommandPath {
  const [name = '', ...words] = typed.trim().replace(/^\//, '').split(/\s+/);
  const visible = commands.visibleIn(guildId).filter((command) => command.type === CHAT_INPUT);
  const command = visible.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = visible.map((candidate) => `/${candidate.name}`).join(', ') || 'none';
    throw new PersonError(`There is no command /${name} here; registered: ${names}.`);
  }
  let options = objectsOf(command.definition.options);
  const nested: JsonObject[] = [];
  for (const word of words) {
    const next = options.find((option) => option.name === word && numberOr(option.type, 0) <= GROUP);
    if (next === undefined) throw new PersonError(`/${command.name} has no subcommand "${words.join(' ')}".`);
    nested.push(next);
    options = objectsOf(next.options);
  }
  if (options.some((option) => numberOr(option.type, 0) <= GROUP)) {
    const names = options.map((option) => textOr(option.name, '')).join(', ');
    throw new PersonError(`/${typed.replace(/^\//, '')} needs a subcommand: ${names}.`);
  }
  return { command, nested, options };
}

/** `data` of a command interaction, with the given options at the end of its path. */
export function commandData(path: CommandPath, options: readonly JsonObject[]): JsonObject {
  const inner = path.nested.reduceRight<readonly JsonObject[]>(
    (below, node) => [{ name: node.name, type: node.type, options: below }],
    options,
  );
  const { command } = path;
  const scope = command.guildId === null ? {} : { guild_id: command.guildId };
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...scope,
    ...(inner.length > 0 ? { options: inner } : {}),
  };
}
