import type { LookupCommand } from '../../../commands/command.ts';
import type { Lorebook } from '../../lorebook/lorebook.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { type Outcome, UsageError } from '../outcome.ts';
import { renderDocument } from '../render-document.ts';

/** "entry NAME", "members OF [--year YEAR]": the same options as in Discord. */
export function lookUpUsage(command: LookupCommand): string {
  const parts = command.options.map((option) => {
    const word = option.name.toUpperCase();
    if (command.positional.includes(option.name)) return option.isRequired === true ? word : `[${word}]`;
    return option.type === 'boolean' ? `[--${option.name}]` : `[--${option.name} ${word}]`;
  });
  return [`lore ${command.name}`, ...parts].join(' ');
}

/** Reads a command line into the options of a look-up. A positional option may be given by its name, too. */
export function lookUpOptions(command: LookupCommand, argv: readonly string[]): Record<string, string> {
  const usage = lookUpUsage(command);
  const names = (type: 'string' | 'boolean') =>
    command.options.filter((option) => option.type === type).map((option) => option.name);
  const { words, flags, switches } = readArguments(argv, {
    flags: names('string'),
    switches: names('boolean'),
    mostWords: command.positional.length,
    usage,
  });
  const options: Record<string, string> = { ...flags };
  for (const name of switches) options[name] = 'true';
  for (const [index, word] of words.entries()) {
    const name = command.positional[index];
    if (name !== undefined) options[name] = word;
  }
  for (const option of command.options) {
    if (option.isRequired === true && (options[option.name] ?? '').trim() === '') {
      throw new UsageError(terminal.missing(option.name.toUpperCase(), usage), 'usage');
    }
  }
  return options;
}

/** Runs a look-up; the time it took is the work itself. Throws UsageError. */
export function lookUp(command: LookupCommand, lorebook: Lorebook, options: Readonly<Record<string, string>>): Outcome {
  const began = performance.now();
  for (const { name, maxLength } of command.options) {
    if (maxLength !== undefined && (options[name]?.length ?? 0) > maxLength) {
      throw new UsageError(terminal.line.tooLong(name, maxLength));
    }
  }
  const answered = command.answer(lorebook, options);
  if (answered.kind === 'refused') throw new UsageError(answered.message);
  const text = renderDocument(answered.document);
  const json = answered.json();
  const tookMs = tookSince(began);
  return {
    exit: answered.isFound ? 0 : 1,
    text,
    json: Array.isArray(json) ? json : { ...json, tookMs },
  };
}

/** Milliseconds since `began`, to the microsecond. */
export function tookSince(began: number): number {
  return Math.round((performance.now() - began) * 1000) / 1000;
}
