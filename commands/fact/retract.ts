import { changeable } from '../../src/edit/facts/amend-fact.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { changeForm } from '../changes/form.ts';
import { keepProposal } from '../changes/proposal.ts';
import { propose } from '../changes/propose.ts';
import { factTarget, problemText } from '../changes/target.ts';
import type { ActCommand } from '../command.ts';
import { claimNumber, claimOption } from '../fact-options.ts';

export const retract = {
  name: 'retract',
  description: commands.fact.retract.description,
  options: [
    { ...claimOption(), isRequired: true },
    { name: 'reason', description: commands.fact.retract.reason, type: 'string', maxLength: 500 },
  ],
  positional: ['claim'],
  run: (context, options) => {
    const claim = claimNumber(options.claim);
    if (claim === null) return { kind: 'refused', message: facts.badNumber(options.claim ?? '') };
    const found = changeable(factTarget(context), claim);
    if (!found.ok) return { kind: 'refused', message: problemText(context, found.problem) };
    const change = { kind: 'retract' as const, claim, reason: options.reason ?? '' };
    if (change.reason.trim() !== '' || context.around.kind === 'terminal') return propose(context, change);
    const draft = keepProposal(context, { change, suggestion: null });
    return { kind: 'form', form: changeForm(change, 'change.begun', { d: draft }) };
  },
} satisfies ActCommand;
