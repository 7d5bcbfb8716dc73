import type { LookupCommand } from '../../commands/command.ts';
import { terminal } from '../messages/en/terminal.ts';
import type { Outcome } from './outcome.ts';
import { lookUpUsage } from './verbs/look-up.ts';
import type { Verb } from './verbs/verb.ts';

/** Words that ask for help instead of a verb. */
export const HELP = new Set(['help', '--help', '-h']);

/** What can be typed: every look-up with what it does, then every verb that changes or keeps something. */
export function help(lookUps: readonly LookupCommand[], verbs: readonly Verb[]): Outcome {
  const looking = [...lookUps].sort(byName).map((command) => [lookUpUsage(command), command.description] as const);
  const doing = [...verbs].sort(byName).map((verb) => verb.usage);
  return {
    exit: 0,
    text: terminal.help(looking, doing),
    json: { usage: [...looking.map(([line]) => line), ...doing] },
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
