import { terminal } from '../messages/en/terminal.ts';
import { UsageError } from './outcome.ts';

export interface Arguments {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
  readonly switches: ReadonlySet<string>;
}

export interface Accepted {
  /** Options with a value. */
  readonly flags: readonly string[];
  readonly switches: readonly string[];
  readonly mostWords: number;
  readonly usage: string;
}

/** Splits a command line: `--flag value`, `--flag=value`, `--switch`, words; `--` ends the options. Throws UsageError. */
export function readArguments(argv: readonly string[], accepted: Accepted): Arguments {
  const words: string[] = [];
  const flags: Record<string, string> = {};
  const switches = new Set<string>();
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', inline] = splitFlag(word.slice(2));
    if (accepted.switches.includes(name) && inline === undefined) {
      switches.add(name);
      continue;
    }
    if (!accepted.flags.includes(name))
      throw new UsageError(terminal.unknownFlag(`--${name}`, accepted.usage), 'usage');
    if (inline === undefined) at += 1;
    const value = inline ?? argv[at];
    if (value === undefined) throw new UsageError(terminal.needsValue(`--${name}`, accepted.usage), 'usage');
    flags[name] = value;
  }
  const extra = words[accepted.mostWords];
  if (extra !== undefined) throw new UsageError(terminal.tooMany(extra, accepted.usage), 'usage');
  return { words, flags, switches };
}

function splitFlag(text: string): readonly [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}
