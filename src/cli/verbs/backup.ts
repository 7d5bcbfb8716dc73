import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { openOrThrow } from '../open.ts';
import { UsageError } from '../outcome.ts';
import { tookSince } from './look-up.ts';
import type { Verb } from './verb.ts';

const USAGE = 'lore backup FILE [--lorebook FILE]';

/** Copies a lorebook whole, also while the bot is running on it. */
export const backup: Verb = {
  name: 'backup',
  usage: USAGE,
  run: async (argv, { path }) => {
    const { words } = readArguments(argv, { flags: [], switches: [], mostWords: 1, usage: USAGE });
    const [to] = words;
    if (to === undefined) throw new UsageError(terminal.missing('FILE', USAGE), 'usage');
    if (existsSync(to)) throw new UsageError(terminal.backupExists(to));
    if (!existsSync(dirname(to))) throw new UsageError(terminal.noFolder(to));
    if (!existsSync(path)) throw new UsageError(terminal.noLorebook(path));
    const began = performance.now();
    const lorebook = openOrThrow(path);
    try {
      await lorebook.backup(to);
    } finally {
      lorebook.close();
    }
    return { exit: 0, text: terminal.backedUp(to), json: { file: to, tookMs: tookSince(began) } };
  },
};
