import { conflictsDocument } from '../../src/documents/conflicts.ts';
import { changeJson, savedDocument } from '../../src/documents/facts/change.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { planChange, saveChange } from '../../src/edit/facts/make-change.ts';
import { conflicts } from '../../src/lookup/conflicts.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import { fact, line } from '../../src/messages/document.ts';
import { facts } from '../../src/messages/en/facts.ts';
import type { ActContext, Action, Options, Reply } from '../command.ts';
import { savedText } from '../own-draft.ts';
import { approveProposal } from '../suggestions/decide.ts';
import { unclearIn, withChoice, withCreated } from './choices.ts';
import { changeForm, changeFromForm } from './form.ts';
import { type FoundProposal, proposalOf } from './proposal.ts';
import { propose, saidOf, showProblem, showProposal, speakerOf } from './propose.ts';
import { factTarget } from './target.ts';

/** Runs `then` with the proposal of the button's draft, or says why there is none. */
function withProposal(
  context: ActContext,
  options: Options,
  then: (found: FoundProposal) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const found = proposalOf(context, options.d);
  return found.ok ? then(found.value) : { kind: 'refused', message: found.problem };
}

function save(context: ActContext, { id, proposal }: FoundProposal): Reply | Promise<Reply> {
  const { lorebook } = context;
  if (proposal.suggestion !== null) return approveProposal(context, id, proposal.suggestion, proposal.change);
  const { change } = proposal;
  const target = factTarget(context, speakerOf(context, proposal));
  const saved = context.briefly(() =>
    saveChange(target, change, (_session, edit) => lorebook.drafts.markSaved(id, edit)),
  );
  if (!saved.ok) {
    const edit = saved.problem.kind === 'saved-already' ? (lorebook.drafts.get(id)?.edit ?? null) : null;
    if (edit !== null) return { kind: 'refused', message: savedText(context, edit) };
    return showProblem(context, proposal, id, saved.problem, true);
  }
  const voice = voiceOf(lorebook.read);
  const document = savedDocument(saved.value, voice, { said: saidOf(context, change, saved.value) });
  return { kind: 'card', document, json: () => changeJson(saved.value, voice), isInPlace: true };
}

/** The name that is unclear in that column now; the button may be older than the change. */
function choose(context: ActContext, { id, proposal }: FoundProposal, pick: (change: FactChange) => FactChange): Reply {
  return showProposal(context, { ...proposal, change: pick(proposal.change) }, id);
}

function unclearNow(context: ActContext, { proposal }: FoundProposal, column: string) {
  const planned = planChange(factTarget(context, speakerOf(context, proposal)), proposal.change);
  if (planned.ok || planned.problem.kind !== 'row') return null;
  const faults = planned.problem.faults.filter((one) => 'column' in one && one.column === column);
  const rest = faults.length > 0 ? faults : planned.problem.faults;
  return unclearIn({ kind: 'row', faults: rest }, context.lorebook);
}

/** What the buttons, lists and forms of a preview run. */
export const changeActions: readonly Action[] = [
  { name: 'change.save', run: (context, options) => withProposal(context, options, (found) => save(context, found)) },
  {
    name: 'change.edit',
    run: (context, options) =>
      withProposal(context, options, ({ id, proposal }) => ({
        kind: 'form',
        form: changeForm(proposal.change, 'change.edited', { d: id }),
      })),
  },
  {
    name: 'change.edited',
    run: (context, options, { fields }) =>
      withProposal(context, options, (found) =>
        choose(context, found, (change) => changeFromForm(change, fields, context.lorebook)),
      ),
  },
  {
    name: 'change.name',
    run: (context, options) =>
      withProposal(context, options, (found) => {
        const unclear = unclearNow(context, found, options.c ?? '');
        return choose(context, found, (change) =>
          unclear === null ? change : withChoice(change, unclear, options.n ?? ''),
        );
      }),
  },
  {
    name: 'change.create',
    run: (context, options) =>
      withProposal(context, options, (found) => {
        const unclear = unclearNow(context, found, options.c ?? '');
        return choose(context, found, (change) => (unclear === null ? change : withCreated(change, unclear.text)));
      }),
  },
  {
    name: 'change.cancel',
    run: (context, options) =>
      withProposal(context, options, ({ id }) => {
        context.lorebook.drafts.drop(id);
        const said = fact(line(facts.nothingWasSaved));
        const document = { tone: 'empty', heading: facts.cancelled, items: [said], links: [] } as const;
        return { kind: 'card', document, json: () => ({ status: 'cancelled' }), isInPlace: true };
      }),
  },
  {
    name: 'change.look',
    run: ({ lorebook }, _options, { values }) => {
      const view = conflicts(lorebook.read, { about: values[0], class: null, isAll: true });
      const document = conflictsDocument(view, voiceOf(lorebook.read));
      return { kind: 'card', document, json: () => ({ status: 'shown' }) };
    },
  },
  {
    // A form opened by a command has no card to replace yet.
    name: 'change.begun',
    run: (context, options, { fields }) =>
      withProposal(context, options, ({ id, proposal }) => {
        const change = changeFromForm(proposal.change, fields, context.lorebook);
        const reply = showProposal(context, { ...proposal, change }, null);
        context.lorebook.drafts.drop(id);
        return reply;
      }),
  },
  {
    name: 'change.add',
    run: (context, _options, { fields }) => {
      const empty = { kind: 'add', cells: {}, account: null, create: [] } as const;
      return propose(context, changeFromForm({ ...empty, create: [] }, fields, context.lorebook));
    },
  },
];
