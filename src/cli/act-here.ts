import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ActCommand, Options } from '../../commands/command.ts';
import type { Surroundings, UploadedFile } from '../../commands/surroundings.ts';
import { filePort } from '../lorebook/care/file-port.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { terminal } from '../messages/en/terminal.ts';
import { AT_TERMINAL } from './open.ts';
import { type Outcome, UsageError } from './outcome.ts';
import { renderDocument } from './render-document.ts';
import { tookSince } from './verbs/look-up.ts';

/** Runs at the prompt what acts in Discord: there is no Discord here, and no form to fill in. Throws UsageError. */
export async function actHere(command: ActCommand, lorebook: Lorebook, options: Options): Promise<Outcome> {
  const began = performance.now();
  const files: Record<string, UploadedFile> = {};
  for (const { name, type } of command.options) {
    const path = options[name];
    if (type === 'attachment' && path !== undefined) files[name] = fileAt(path);
  }
  const reply = await command.run(
    { lorebook, by: AT_TERMINAL, at: Date.now(), around: here(lorebook), files, briefly: (work) => work() },
    options,
  );
  if (reply.kind === 'refused') throw new UsageError(reply.message);
  if (reply.kind === 'form') throw new UsageError(terminal.needsOptions(command.options.map(({ name }) => name)));
  return {
    exit: reply.isFound === false ? 1 : 0,
    text: renderDocument(reply.document),
    json: { ...reply.json(), tookMs: tookSince(began) },
  };
}

/** There is no Discord here: no roles, no channels, nobody to write to. */
function here(lorebook: Lorebook): Surroundings {
  const onlyInDiscord = (): never => {
    throw new UsageError(terminal.onlyInDiscord);
  };
  return {
    kind: 'terminal',
    guildId: null,
    channelId: null,
    serverName: null,
    mostFileBytes: 0,
    channelNames: () => [],
    roleNames: () => [],
    postingProblem: () => ({ kind: 'no-such-channel' }),
    post: () => Promise.resolve(null),
    replace: () => Promise.resolve(false),
    message: () => Promise.resolve(false),
    working: () => {},
    speed: () => null,
    schedule: { spread: () => ({ ownMs: 0, mostMs: 0 }), postNow: onlyInDiscord },
    file: filePort({
      path: lorebook.path,
      clock: Date.now,
      again: () => lorebook,
      startAnew: onlyInDiscord,
      forget: onlyInDiscord,
      kept: (where) => process.stderr.write(`${terminal.backedUp(where)}\n`),
    }),
  };
}

function fileAt(path: string): UploadedFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new UsageError(terminal.noFile(path));
  return { name: basename(path), size, read: () => readFile(path) };
}
