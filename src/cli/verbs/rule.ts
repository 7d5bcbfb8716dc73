import { findingJson } from '../../documents/finding-words.ts';
import { voiceOf } from '../../documents/voice.ts';
import { revoke, rule } from '../../edit/rule.ts';
import type { ClaimId } from '../../lore/ids.ts';
import { RULING_KINDS } from '../../lore/ruling.ts';
import { rulings } from '../../messages/en/rulings.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { AT_TERMINAL, openFor } from '../open.ts';
import { UsageError } from '../outcome.ts';
import { tookSince } from './look-up.ts';
import type { Verb } from './verb.ts';

const USAGE =
  'lore rule CONFLICT-ID --kind prefer|both|divergence|same|dismiss|defer [--claim ID] [--timeline NAME] --note TEXT, or lore rule CONFLICT-ID --revoke --note TEXT';

/** A keeper's decision on a finding, from the terminal. */
export const ruleVerb: Verb = {
  name: 'rule',
  usage: USAGE,
  run: (argv, { config, path }) => {
    const { words, flags, switches } = readArguments(argv, {
      flags: ['kind', 'claim', 'note', 'timeline'],
      switches: ['revoke'],
      mostWords: 1,
      usage: USAGE,
    });
    const id = words[0]?.toUpperCase();
    if (id === undefined) throw new UsageError(terminal.missing('CONFLICT-ID', USAGE), 'usage');
    const kind = RULING_KINDS.find((one) => one === flags.kind);
    const isRevoked = switches.has('revoke');
    if (!isRevoked && kind === undefined)
      throw new UsageError(rulings.badKind(flags.kind ?? '', RULING_KINDS), 'usage');
    if (flags.claim !== undefined && !/^#?\d{1,15}$/.test(flags.claim)) {
      throw new UsageError(rulings.badClaim(flags.claim));
    }
    const began = performance.now();
    const lorebook = openFor(config, path);
    try {
      const target = { ...lorebook, by: AT_TERMINAL, at: Date.now() };
      const note = flags.note ?? '';
      const claim = flags.claim === undefined ? null : (Number(flags.claim.replace('#', '')) as ClaimId);
      const done =
        isRevoked || kind === undefined
          ? revoke(target, id, note)
          : rule(target, { finding: id, kind, claim, note, timeline: flags.timeline ?? null });
      if (!done.ok) throw new UsageError(rulings.problem(done.problem), done.problem.kind);
      const finding = lorebook.read.finding(id);
      const json = finding === undefined ? null : findingJson(finding, voiceOf(lorebook.read));
      const text = isRevoked ? rulings.revoked(id) : rulings.done(id, kind ?? 'both', finding === undefined);
      return { exit: 0, text, json: { conflict: json, tookMs: tookSince(began) } };
    } finally {
      lorebook.close();
    }
  },
};
