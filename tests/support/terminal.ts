import { PassThrough, Readable } from 'node:stream';
import { runTerminal } from '../../src/cli/run.ts';

export interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the terminal in this process, with the starter unless the environment says otherwise. */
export async function terminal(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Printed> {
  const output = new PassThrough();
  const error = new PassThrough();
  const printed = [output, error].map((stream) => {
    const chunks: string[] = [];
    stream.on('data', (chunk) => chunks.push(String(chunk)));
    return chunks;
  });
  const exit = await runTerminal(
    argv,
    { LOREBOOK_DIR: '/nowhere/to/write', ...env },
    {
      input: Readable.from([input]),
      output,
      error,
    },
  );
  // What was written is handed on in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  const [out = '', complaint = ''] = printed.map((chunks) => chunks.join(''));
  return { exit, out, error: complaint };
}
