import '../require-node.mjs';
import { runTerminal } from './run.ts';

process.exitCode = await runTerminal(process.argv.slice(2), process.env, {
  input: process.stdin,
  output: process.stdout,
  error: process.stderr,
});
