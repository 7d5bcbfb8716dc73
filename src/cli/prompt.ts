import { createInterface } from 'node:readline';
import { type Command, isAct } from '../../commands/command.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { terminal } from '../messages/en/terminal.ts';
import { actHere } from './act-here.ts';
import { readLine } from './line.ts';
import { UsageError } from './outcome.ts';
import { lookUp, tookSince } from './verbs/look-up.ts';

export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly error: NodeJS.WritableStream;
}

export interface PromptOptions {
  readonly isJson: boolean;
  readonly groups: Readonly<Record<string, readonly Command[]>>;
  /** A reference number for something that broke. */
  readonly reportBroken: (error: unknown) => string;
}

/** Takes `/lore …` lines until the input ends. With JSON: one line in, one line out, in order. */
export async function prompt(lorebook: Lorebook, streams: Streams, options: PromptOptions): Promise<void> {
  const isPerson = streams.input.isTTY === true && !options.isJson;
  const lines = createInterface({
    input: streams.input,
    ...(isPerson ? { output: streams.output, prompt: terminal.prompt } : {}),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  if (isPerson) {
    streams.output.write(`${terminal.welcome(lorebook.read.profile.title)}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (line.trim() !== '' || options.isJson) {
      const answer = await answerLine(line, lorebook, options);
      // A slow reader at the other end must not make the answers pile up in memory.
      if (!streams.output.write(`${answer}\n`)) await new Promise((resolve) => streams.output.once('drain', resolve));
    }
    if (isPerson) lines.prompt();
  }
}

async function answerLine(line: string, lorebook: Lorebook, options: PromptOptions): Promise<string> {
  const began = performance.now();
  try {
    const typed = readLine(line, options.groups);
    const { command } = typed;
    const outcome = isAct(command)
      ? await actHere(command, lorebook, typed.options)
      : lookUp(command, lorebook, typed.options);
    return options.isJson ? JSON.stringify(outcome.json) : `${outcome.text}\n`;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const code = isUsage ? error.code : 'broken';
    const message = isUsage ? error.message : options.reportBroken(error);
    return options.isJson ? JSON.stringify({ error: { code, message }, tookMs: tookSince(began) }) : `${message}\n`;
  }
}
