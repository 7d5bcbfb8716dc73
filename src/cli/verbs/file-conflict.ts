import { fileConflict } from '../../edit/file-conflict.ts';
import type { ClaimId } from '../../lore/ids.ts';
import { rulings } from '../../messages/en/rulings.ts';
import { readArguments } from '../arguments.ts';
import { AT_TERMINAL, openFor } from '../open.ts';
import { UsageError } from '../outcome.ts';
import { tookSince } from './look-up.ts';
import type { Verb } from './verb.ts';

const USAGE = 'lore file-conflict --claims ID,ID[,ID …] --title TEXT --note WHY';

/** A conflict that no rule can see, filed over chosen claims. */
export const fileConflictVerb: Verb = {
  name: 'file-conflict',
  usage: USAGE,
  run: (argv, { config, path }) => {
    const { flags } = readArguments(argv, {
      flags: ['claims', 'title', 'note'],
      switches: [],
      mostWords: 0,
      usage: USAGE,
    });
    const claims = (flags.claims ?? '').match(/\d{1,15}/g) ?? [];
    const began = performance.now();
    const lorebook = openFor(config, path);
    try {
      const done = fileConflict(
        { ...lorebook, by: AT_TERMINAL, at: Date.now() },
        { title: flags.title ?? '', why: flags.note ?? '', claims: claims.map((id) => Number(id) as ClaimId) },
      );
      if (!done.ok) throw new UsageError(rulings.fileProblem(done.problem, USAGE), done.problem.kind);
      return { exit: 0, text: rulings.filed(flags.title ?? ''), json: { filed: true, tookMs: tookSince(began) } };
    } finally {
      lorebook.close();
    }
  },
};
