import { randomBytes } from 'node:crypto';
import { history } from '../../commands/fact/history.ts';
import { undo } from '../../commands/fact/undo.ts';
import { GROUPS, LORE } from '../../commands/index.ts';
import { loadConfig } from '../config.ts';
import { loadEnvironment } from '../environment.ts';
import { openProblemOf } from '../lorebook/open.ts';
import { problems } from '../messages/en/problems.ts';
import { terminal } from '../messages/en/terminal.ts';
import { HELP, help } from './help.ts';
import { lorebookPath, openFor } from './open.ts';
import { type ExitCode, type Outcome, UsageError } from './outcome.ts';
import { prompt, type Streams } from './prompt.ts';
import { actVerb } from './verbs/act-verb.ts';
import { add } from './verbs/add.ts';
import { backup } from './verbs/backup.ts';
import { exportVerb } from './verbs/export.ts';
import { fileConflictVerb } from './verbs/file-conflict.ts';
import { importVerb } from './verbs/import.ts';
import { lookUp, lookUpOptions } from './verbs/look-up.ts';
import { pack } from './verbs/pack.ts';
import { ruleVerb } from './verbs/rule.ts';
import type { Verb, VerbContext } from './verbs/verb.ts';

const VERBS: readonly Verb[] = [
  add,
  backup,
  exportVerb,
  fileConflictVerb,
  importVerb,
  pack,
  ruleVerb,
  actVerb(history),
  actVerb(undo),
];

/** The terminal: one verb and out, or a prompt. Never throws; everything that goes wrong is one sentence. */
export async function runTerminal(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<ExitCode> {
  const { rest, isJson, lorebook } = globalFlags(argv);
  const writeError = (text: string): void => void streams.error.write(text);
  let openedPath = '';
  try {
    const config = loadConfig(loadEnvironment(env));
    if (!config.ok) throw new UsageError(terminal.config(config.problem), 'config');
    if (lorebook.kind === 'missing') throw new UsageError(terminal.needsValue('--lorebook', usage()), 'usage');
    const context: VerbContext = {
      config: config.value,
      path: lorebookPath(config.value, lorebook.path),
      showsProgress: 'isTTY' in streams.error && streams.error.isTTY === true,
      writeError,
    };
    openedPath = context.path;
    const [verb, ...words] = rest;
    if (verb === undefined) {
      await runPrompt(context, isJson, streams);
      return 0;
    }
    const outcome = await runVerb(verb, words, context);
    streams.output.write(isJson ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`);
    if (outcome.complaint !== undefined) writeError(`${outcome.complaint}\n`);
    return outcome.exit;
  } catch (error) {
    if (error instanceof UsageError) {
      writeError(`${error.message}\n`);
      return 2;
    }
    const problem = openProblemOf(error, openedPath);
    writeError(`${problem === undefined ? broken(error) : problems.open(problem)}\n`);
    return 3;
  }
}

interface GlobalFlags {
  readonly rest: readonly string[];
  readonly isJson: boolean;
  readonly lorebook: { readonly kind: 'given' | 'missing'; readonly path: string | undefined };
}

/** `--json` and `--lorebook FILE` mean the same before and after the verb. */
function globalFlags(argv: readonly string[]): GlobalFlags {
  const rest: string[] = [];
  let isJson = false;
  let path: string | undefined;
  let kind: 'given' | 'missing' = 'given';
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      rest.push(...argv.slice(at));
      break;
    }
    if (word === '--json') isJson = true;
    else if (word.startsWith('--lorebook=')) path = word.slice('--lorebook='.length);
    else if (word === '--lorebook') {
      at += 1;
      path = argv[at];
      if (path === undefined) kind = 'missing';
    } else rest.push(word);
  }
  return { rest, isJson, lorebook: { kind, path } };
}

async function runVerb(name: string, words: readonly string[], context: VerbContext): Promise<Outcome> {
  const verb = VERBS.find((one) => one.name === name);
  if (verb !== undefined) return verb.run(words, context);
  if (HELP.has(name)) return help(LORE, VERBS);
  const command = LORE.find((one) => one.name === name);
  if (command === undefined) throw new UsageError(terminal.unknownVerb(name, verbNames()), 'usage');
  const options = lookUpOptions(command, words);
  const lorebook = openFor(context.config, context.path);
  try {
    return lookUp(command, lorebook, options);
  } finally {
    lorebook.close();
  }
}

async function runPrompt(context: VerbContext, isJson: boolean, streams: Streams): Promise<void> {
  const lorebook = openFor(context.config, context.path);
  try {
    await prompt(lorebook, streams, { isJson, groups: GROUPS, reportBroken: broken });
  } finally {
    lorebook.close();
  }
}

function verbNames(): readonly string[] {
  return [...LORE.map((command) => command.name), ...VERBS.map((verb) => verb.name)].sort();
}

function usage(): string {
  return terminal.usage(verbNames());
}

/** One sentence with a reference; the error's own message helps whoever hosts it, the stack helps nobody here. */
function broken(error: unknown): string {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  return terminal.broken(reference, error instanceof Error ? error.message : String(error));
}
