import type { Command } from '../../commands/command.ts';
import { terminal } from '../messages/en/terminal.ts';
import { UsageError } from './outcome.ts';

export interface TypedLine {
  readonly command: Command;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads `/lore entry name:Ysolde Marr year:2372`. A value runs to the end of the line or to ` <another option of this
 * command>:`; there is no quoting and no escape. Throws UsageError.
 */
export function readLine(line: string, groups: Readonly<Record<string, readonly Command[]>>): TypedLine {
  const match = /^\s*\/(\S+)\s+(\S+)(?:\s+(.*))?$/su.exec(line);
  const [, group = '', name = '', rest = ''] = match ?? [];
  const commands = groups[group];
  if (commands === undefined) throw new UsageError(terminal.line.notACommand(Object.keys(groups)), 'usage');
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const known = commands.map((one) => `/${group} ${one.name}`);
    throw new UsageError(terminal.line.unknownCommand(`/${group} ${name}`, known), 'usage');
  }
  const options = readOptions(rest, command, `/${group} ${name}`);
  for (const option of command.options) {
    if (option.isRequired === true && (options[option.name] ?? '') === '') {
      throw new UsageError(terminal.line.missingOption(option.name, `/${group} ${name}`), 'usage');
    }
  }
  return { command, options };
}

function readOptions(text: string, command: Command, title: string): Record<string, string> {
  // "private" means something in Discord only, but a line copied from there must work here.
  const known = [...command.options.map((option) => option.name), 'private'];
  const options: Record<string, string> = {};
  // Only another option ends a value: "text:the text: a play" is one.
  const starts = [...text.matchAll(new RegExp(`(?:^|\\s)(${known.join('|')}):`, 'gu'))].filter(
    (start, index, all) => start[1] !== all[index - 1]?.[1],
  );
  const before = text.slice(0, starts[0]?.index ?? text.length).trim();
  if (before !== '') {
    throw new UsageError(
      terminal.line.unknownOption(
        before,
        title,
        command.options.map((option) => option.name),
      ),
      'usage',
    );
  }
  for (const [index, start] of starts.entries()) {
    const name = start[1] ?? '';
    const value = text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length).trim();
    if (options[name] !== undefined) throw new UsageError(terminal.line.twice(name), 'usage');
    options[name] = value;
  }
  delete options.private;
  return options;
}
