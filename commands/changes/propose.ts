import { changeJson, previewDocument, savedDocument } from '../../src/documents/facts/change.ts';
import { titleOf } from '../../src/documents/finding-words.ts';
import { type Voice, voiceOf } from '../../src/documents/voice.ts';
import type { FactProblem } from '../../src/edit/facts/fact-target.ts';
import { type ChangeMade, rehearseChange, saveChange } from '../../src/edit/facts/make-change.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import { fold } from '../../src/lore/fold.ts';
import { type Document, fact, type Item, type Link, line, type Select, small } from '../../src/messages/document.ts';
import { facts } from '../../src/messages/en/facts.ts';
import type { ActContext, Reply } from '../command.ts';
import { type Unclear, unclearIn } from './choices.ts';
import { keepProposal, type Proposal } from './proposal.ts';
import { factTarget, problemText } from './target.ts';

/** Shows what a change would do, with Save, Change and Cancel. In the terminal there is nobody to ask: it is saved. */
export function propose(context: ActContext, change: FactChange): Reply {
  return context.around.kind === 'terminal'
    ? saveHere(context, change)
    : showProposal(context, { change, suggestion: null }, null);
}

/** The preview of a proposal; `id` is that of its draft, where there is one and its card is to be replaced. */
export function showProposal(context: ActContext, proposal: Proposal, id: string | null): Reply {
  const { lorebook } = context;
  const draft = id ?? keepProposal(context, proposal);
  const target = factTarget(context, speakerOf(context, proposal));
  const look = (made: ChangeMade) => {
    const voice = voiceOf(lorebook.read);
    const buttons = [saveButton(draft), changeButton(draft), cancelButton(draft)];
    const said = saidOf(context, proposal.change, made);
    const document = previewDocument(made, voice, { said, buttons });
    const json = changeJson(made, voice);
    return { document: withLook(document, made, voice), json };
  };
  const shown = context.briefly(() => rehearseChange(target, proposal.change, look));
  if (id !== null) lorebook.drafts.rewrite(id, proposal);
  if (!shown.ok) return showProblem(context, proposal, draft, shown.problem, id !== null);
  return { kind: 'card', document: shown.value.document, json: () => shown.value.json, isInPlace: id !== null };
}

/** Whose own statement it is where no account is named: the suggester's, whoever approves it. */
export function speakerOf({ lorebook, by }: ActContext, { suggestion }: Proposal) {
  return (suggestion === null ? undefined : lorebook.suggestions.get(suggestion)?.by) ?? by.actor;
}

function saveHere(context: ActContext, change: FactChange): Reply {
  const saved = saveChange(factTarget(context), change);
  if (!saved.ok) {
    const unclear = unclearIn(saved.problem, context.lorebook);
    const hint = unclear === null ? [] : [nearestText(unclear), unclear.canCreate ? facts.problem.create : ''];
    const said = [problemText(context, saved.problem), ...hint].filter((words) => words !== '');
    return { kind: 'refused', message: said.join(' ') };
  }
  const voice = voiceOf(context.lorebook.read);
  const document = savedDocument(saved.value, voice, { said: saidOf(context, change, saved.value) });
  return { kind: 'card', document, json: () => changeJson(saved.value, voice) };
}

/** Problems that typing something else would not help. */
const FINAL: ReadonlySet<FactProblem['kind']> = new Set(['not-allowed', 'not-yours', 'no-such-claim', 'saved-already']);

/** What is wrong with a change, and what may have been meant: nothing typed is lost. */
export function showProblem(
  context: ActContext,
  { change }: Proposal,
  draft: string,
  problem: FactProblem,
  isInPlace: boolean,
): Reply {
  const message = problemText(context, problem);
  if (FINAL.has(problem.kind)) {
    if (!isInPlace) context.lorebook.drafts.drop(draft);
    return { kind: 'refused', message };
  }
  const unclear = unclearIn(problem, context.lorebook);
  const sentences =
    problem.kind === 'row'
      ? problem.faults.map((one) => facts.problemText({ kind: 'row', faults: [one] }, []))
      : [message];
  const items: Item[] = sentences.map((words) => fact(line(words)));
  const advice = facts.problem.advice((unclear?.choices.length ?? 0) > 0, unclear?.canCreate === true);
  items.push(fact(small([unclear === null ? '' : nearestText(unclear), advice].filter((one) => one !== '').join(' '))));
  const document: Document = {
    tone: 'empty',
    heading: facts.problem.heading,
    items,
    links: [...(unclear === null ? [] : choiceButtons(unclear, draft)), changeButton(draft), cancelButton(draft)].slice(
      0,
      5,
    ),
  };
  return { kind: 'card', document, json: () => ({ status: 'refused', message, kind: change.kind }), isInPlace };
}

function nearestText({ choices, column }: Unclear): string {
  if (choices.length === 0) return '';
  const names = choices.map(({ label }) => label);
  return column === 'predicate' ? facts.problem.nearestPredicates(names) : facts.problem.nearest(names);
}

function choiceButtons({ column, text, choices, canCreate }: Unclear, draft: string): readonly Link[] {
  return [
    ...choices.map(({ label, value }) => doing('change.name', label, { d: draft, c: column, n: value })),
    ...(canCreate ? [doing('change.create', facts.buttons.create(text), { d: draft, c: column })] : []),
  ];
}

function doing(command: string, label: string, options: Readonly<Record<string, string>>, style?: 'primary'): Link {
  return { label, verb: 'do', command, options, ...(style === undefined ? {} : { style }) };
}

function saveButton(draft: string): Link {
  return doing('change.save', facts.buttons.save, { d: draft }, 'primary');
}

function changeButton(draft: string): Link {
  return doing('change.edit', facts.buttons.change, { d: draft });
}

function cancelButton(draft: string): Link {
  return doing('change.cancel', facts.buttons.cancel, { d: draft });
}

/** More existing conflicts than there is room for buttons can be chosen from a list. */
function withLook(document: Document, { effect }: ChangeMade, voice: Voice): Document {
  const there = [...effect.closed, ...effect.joined];
  if (there.length <= 2) return document;
  const select: Select = {
    action: 'change.look',
    options: {},
    placeholder: facts.look,
    of: { kind: 'choices', choices: there.slice(0, 25).map((one) => ({ label: titleOf(one, voice), value: one.id })) },
  };
  return { ...document, selects: [select] };
}

/** What the claims on a card do not say of a change. */
export function saidOf({ lorebook }: ActContext, change: FactChange, made: ChangeMade): readonly Item[] {
  if (change.kind === 'retract') return [fact(line(facts.reason(change.reason.trim())))];
  if (change.kind !== 'alias' || made.about === null) return [];
  const { read, references } = lorebook;
  const name = read.entity(made.about)?.name ?? change.name;
  const alias = change.alias.trim();
  if (change.isRemoval) return [fact(line(facts.aliasRemoved(name, alias)))];
  const others = references
    .entities(alias)
    .filter(({ id }) => id !== made.about)
    .map((entity) => entity.name);
  const isShared = others.length > 0 && fold(alias) !== '';
  return [fact(line(facts.aliasAdded(name, alias)), ...(isShared ? [small(facts.aliasShared(alias, others))] : []))];
}
