import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole program as a newcomer starts it: no token, an empty folder, any free port. */
export interface Program {
  readonly url: string;
  /** From the start of the process until the address was printed. */
  readonly startedInMs: number;
  /** Everything it has printed. */
  output(): string;
  isRunning(): boolean;
  stop(): Promise<void>;
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const LONGEST_START_MS = 20_000;

export async function startProgram(): Promise<Program> {
  return start(['src/launch.mjs', 'bot']);
}

/** The least that any bot with a page does: loads discord.js and serves an empty page. Times are held beside its. */
export async function startLeast(): Promise<Program> {
  return start(['--input-type=module', '--eval', LEAST]);
}

const LEAST = `import module from 'node:module';
  import { createServer } from 'node:http';
  module.enableCompileCache();
  await import('discord.js');
  const server = createServer((_, response) => response.end('<!doctype html><body data-ready>Ready'));
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
  process.on('SIGTERM', () => process.exit(0));`;

async function start(command: readonly string[]): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'concordance-'));
  const { DISCORD_TOKEN: _, ...others } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    env: { ...others, LOREBOOK_DIR: folder, PLAYGROUND_PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const url = await addressOf(child, () => output);
  return {
    url,
    startedInMs: performance.now() - began,
    output: () => output,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until && child.exitCode === null) {
    const found = ADDRESS.exec(output())?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The program did not say where its page is:\n${output()}`);
}
