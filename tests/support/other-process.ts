import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT } from './sources.ts';

/** Another process of ours that has said what it was to say, and waits. */
export interface OtherProcess {
  readonly child: ChildProcess;
  /** Kills it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a piece of module code (its imports are relative to the project) until it prints a line, and keeps it running. */
export async function runningBeside(code: string): Promise<OtherProcess> {
  const whole = `${code}\nprocess.stdout.write('here\\n');
// It ends with the one that started it, also where a test failed before it could be killed.
process.stdin.resume().on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', whole], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error(`the other process ended: ${complaint}`);
    }),
  ]);
  return {
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs a piece of module code to its end; gives what it printed. `uid` runs it as somebody else. */
export async function outputOf(code: string, uid?: number): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  await once(child, 'close');
  return output;
}
