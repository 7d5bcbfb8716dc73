import { titleOf } from '../../src/documents/finding-words.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { fold } from '../../src/lore/fold.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import { RULING_KINDS } from '../../src/lore/ruling.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { rulings as words } from '../../src/messages/en/rulings.ts';
import type { ActCommand, Suggestion } from '../command.ts';
import { claimNumber } from '../fact-options.ts';
import { MOST_CHOICES } from '../options.ts';
import { decide, reasonForm, revokeForm, rulingActions, showChoices, takeBackRuling } from '../rulings/ruling.ts';

const MOST_FINDINGS = 500;

export const rule = {
  name: 'rule',
  description: commands.fact.rule.description,
  options: [
    {
      name: 'conflict',
      description: commands.fact.rule.conflict,
      type: 'string',
      isRequired: true,
      maxLength: 100,
      suggest: suggestConflicts,
    },
    {
      name: 'kind',
      description: commands.fact.rule.kind,
      type: 'string',
      maxLength: 20,
      suggest: (_lorebook, typed) =>
        RULING_KINDS.filter((one) => one.startsWith(typed.trim().toLowerCase())).map((one) => ({
          name: `${one}: ${words.kinds[one]}`,
          value: one,
        })),
    },
    {
      name: 'claim',
      description: commands.fact.rule.claim,
      type: 'string',
      maxLength: 20,
      suggest: ({ read }, _typed, { conflict = '' }) => {
        const finding = read.finding(conflict.trim().toUpperCase());
        const voice = voiceOf(read);
        const claims = finding?.sides.flatMap((side) => side.slice(0, 1)).flatMap((id) => read.claim(id) ?? []) ?? [];
        return claims.slice(0, MOST_CHOICES).map((claim) => ({
          name: `#${claim.id} ${voice.statement(claim)}`.slice(0, 100),
          value: String(claim.id),
        }));
      },
    },
    { name: 'note', description: commands.fact.rule.note, type: 'string', maxLength: 500 },
    { name: 'timeline', description: commands.fact.rule.timeline, type: 'string', maxLength: 200 },
    { name: 'revoke', description: commands.fact.rule.revoke, type: 'boolean' },
  ],
  positional: ['conflict'],
  actions: rulingActions,
  run: (context, options) => {
    const finding = (options.conflict ?? '').trim().toUpperCase();
    const note = options.note ?? '';
    const isAsked = note.trim() === '' && context.around.kind === 'discord';
    if (options.revoke === 'true') {
      return isAsked ? { kind: 'form', form: revokeForm(finding) } : takeBackRuling(context, finding, note);
    }
    const typed = options.kind?.trim().toLowerCase() ?? '';
    if (typed === '') return showChoices(context, finding, false);
    const kind = RULING_KINDS.find((one) => one === typed);
    if (kind === undefined) return { kind: 'refused', message: words.badKind(typed, RULING_KINDS) };
    const number = options.claim === undefined ? null : claimNumber(options.claim);
    if (options.claim !== undefined && number === null) {
      return { kind: 'refused', message: words.badClaim(options.claim) };
    }
    const decision = { finding, kind, claim: number as ClaimId | null };
    if (isAsked) return { kind: 'form', form: reasonForm(decision) };
    return decide(context, decision, { note, timeline: options.timeline ?? null });
  },
} satisfies ActCommand;

/** Conflicts that are open, by any part of what they are about. */
function suggestConflicts({ read }: Lorebook, typed: string): readonly Suggestion[] {
  const voice = voiceOf(read);
  const wanted = fold(typed);
  return read
    .findings({ limit: MOST_FINDINGS })
    .map((finding) => ({ name: `${titleOf(finding, voice)} · ${finding.id}`.slice(-100), value: finding.id }))
    .filter(({ name }) => fold(name).includes(wanted))
    .slice(0, MOST_CHOICES);
}
