import { changeable } from '../../src/edit/facts/amend-fact.ts';
import { cellsOfClaim } from '../../src/edit/facts/claim-cells.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { amendedFrom, changeForm } from '../changes/form.ts';
import { keepProposal } from '../changes/proposal.ts';
import { propose } from '../changes/propose.ts';
import { factTarget, problemText } from '../changes/target.ts';
import type { ActCommand } from '../command.ts';
import { cellsFrom, claimNumber, claimOption, claimOptions, createOption } from '../fact-options.ts';

/** Written into a column, it takes away what stands there. */
const NOTHING = '-';

export const amend = {
  name: 'amend',
  description: commands.fact.amend.description,
  options: [{ ...claimOption(), isRequired: true }, ...claimOptions(), createOption],
  positional: ['claim'],
  run: (context, options) => {
    const { lorebook } = context;
    const number = claimNumber(options.claim);
    if (number === null) return { kind: 'refused', message: facts.badNumber(options.claim ?? '') };
    const found = changeable(factTarget(context), number);
    if (!found.ok) return { kind: 'refused', message: problemText(context, found.problem) };
    const given = cellsFrom(options);
    const changes = Object.fromEntries(
      Object.entries(given).map(([column, text]) => [column, text.trim() === NOTHING ? '' : text]),
    );
    const now = lorebook.read.account(found.value.account)?.slug ?? null;
    const create = options.create === 'true' ? ('all' as const) : [];
    const isAsked = Object.keys(changes).length > 0 || options.account !== undefined;
    const account = options.account ?? now;
    if (isAsked || context.around.kind === 'terminal') {
      const cells = amendedFrom(number, changes, lorebook);
      return propose(context, { kind: 'amend', claim: number, cells, account, create });
    }
    const change = {
      kind: 'amend' as const,
      claim: number,
      cells: cellsOfClaim(found.value, lorebook),
      account,
      create,
    };
    const draft = keepProposal(context, { change, suggestion: null });
    return { kind: 'form', form: changeForm(change, 'change.begun', { d: draft }) };
  },
} satisfies ActCommand;
