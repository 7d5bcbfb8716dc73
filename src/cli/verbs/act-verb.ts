import type { ActCommand } from '../../../commands/command.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { actHere } from '../act-here.ts';
import { readArguments } from '../arguments.ts';
import { openFor } from '../open.ts';
import { UsageError } from '../outcome.ts';
import type { Verb } from './verb.ts';

/** A command that acts, as a verb with the same options; what it takes without a name is written in capitals. */
export function actVerb(command: ActCommand): Verb {
  const positional = command.positional ?? [];
  const parts = command.options.map(({ name, type, isRequired }) => {
    if (positional.includes(name)) return isRequired === true ? name.toUpperCase() : `[${name.toUpperCase()}]`;
    return type === 'boolean' ? `[--${name}]` : `[--${name} ${name.toUpperCase()}]`;
  });
  const usage = [`lore ${command.name}`, ...parts].join(' ');
  return {
    name: command.name,
    usage,
    run: async (argv, { config, path }) => {
      const ofType = (isSwitch: boolean): readonly string[] =>
        command.options.filter(({ type }) => (type === 'boolean') === isSwitch).map(({ name }) => name);
      const { words, flags, switches } = readArguments(argv, {
        flags: ofType(false),
        switches: ofType(true),
        mostWords: positional.length,
        usage,
      });
      const options: Record<string, string> = { ...flags };
      for (const name of switches) options[name] = 'true';
      for (const [at, word] of words.entries()) options[positional[at] ?? ''] = word;
      const missing = command.options.find(({ name, isRequired }) => isRequired === true && !options[name]?.trim());
      if (missing !== undefined) throw new UsageError(terminal.missing(missing.name.toUpperCase(), usage), 'usage');
      const lorebook = openFor(config, path);
      try {
        return await actHere(command, lorebook, options);
      } finally {
        lorebook.close();
      }
    },
  };
}
