import type { FactProblem } from '../../edit/facts/fact-target.ts';
import type { FactChangeKind } from '../../lore/fact-change.ts';
import type { RowFault } from '../../lore/intake/claim-columns.ts';
import { common } from './common.ts';
import { rights } from './rights.ts';
import { rowFaultText } from './rows.ts';

const PREVIEWS: Readonly<Record<FactChangeKind, string>> = {
  add: 'Preview: a new fact',
  amend: 'Preview: a fact amended',
  retract: 'Preview: a fact retracted',
  cite: 'Preview: one more source',
  alias: 'Preview: another name',
};

const DONE: Readonly<Record<FactChangeKind, string>> = {
  add: 'Saved: a new fact',
  amend: 'Saved: a fact amended',
  retract: 'Saved: a fact retracted',
  cite: 'Saved: one more source',
  alias: 'Saved: another name',
};

/** The words of adding and changing facts. */
export const facts = {
  preview: (kind: FactChangeKind): string => PREVIEWS[kind],
  done: (kind: FactChangeKind): string => DONE[kind],
  nothingSaved: 'Nothing is saved yet.',
  /** What the account of a member's own statements is called. */
  ownStatement: (name: string): string => `${name} (own statement)`,
  before: 'Before',
  after: 'After',
  date: (date: string): string => `When it holds: ${date}.`,
  undated: 'Without a date.',
  made: (names: readonly string[]): string => `New here: ${common.and(names)}.`,
  madeOne: (name: string, kind: string): string => `${name} (${kind})`,
  statementDropped: 'The old sentence told what is changed here, so it goes; the new one is made of the parts.',
  opens: (n: number): string => (n === 1 ? 'It would open one conflict' : `It would open ${n} conflicts`),
  joins: (n: number): string => (n === 1 ? 'It would stand in a conflict' : `It would stand in ${n} conflicts`),
  closes: (n: number): string => (n === 1 ? 'It would close one conflict' : `It would close ${n} conflicts`),
  opened: (n: number): string => (n === 1 ? 'It opened one conflict' : `It opened ${n} conflicts`),
  joined: (n: number): string => (n === 1 ? 'It stands in a conflict' : `It stands in ${n} conflicts`),
  closed: (n: number): string => (n === 1 ? 'It closed one conflict' : `It closed ${n} conflicts`),
  noConflict: 'No conflict opens or closes.',
  moreConflicts: (n: number): string => common.more(n),
  reason: (reason: string): string => `Reason: ${reason}`,
  aliasAdded: (name: string, alias: string): string => `${name} is also called ${alias}.`,
  aliasRemoved: (name: string, alias: string): string => `${name} is not called ${alias} any more.`,
  aliasShared: (alias: string, others: readonly string[]): string =>
    `${alias} also means ${common.and(others)}: whoever asks for it will be asked which one.`,
  saved: (claim: number | null, edit: number): string =>
    claim === null ? `edit ${edit}` : `statement #${claim} · edit ${edit}`,
  cancelled: 'Cancelled',
  nothingWasSaved: 'Nothing was saved.',
  buttons: {
    save: 'Save',
    change: 'Change',
    cancel: 'Cancel',
    undo: 'Undo',
    create: (name: string): string => `Create “${name}”`,
    againstIt: (title: string): string => `Against it: ${title}`,
  },
  look: 'Look at a conflict it touches',
  problem: {
    heading: 'Not saved yet',
    nearest: (names: readonly string[]): string => `The nearest names: ${common.and(names)}.`,
    nearestPredicates: (ids: readonly string[]): string => `Predicates close to it: ${common.and(ids)}.`,
    /** Only what there is a button for. */
    advice: (canChoose: boolean, canCreate: boolean): string =>
      common.capital(
        `${common.or([...(canChoose ? ['choose one'] : []), ...(canCreate ? ['create it'] : []), 'change what you typed'])}.`,
      ),
    change: 'Change what you typed.',
    create: 'Add create:true to make what is not there.',
  },
  form: {
    add: 'Add a fact',
    amend: (id: number): string => `Amend statement #${id}`,
    retract: (id: number): string => `Retract statement #${id}`,
    cite: (id: number): string => `A source for statement #${id}`,
    alias: 'Another name',
    subject: 'Whom or what it is about',
    predicate: 'What is said of it (predicate)',
    predicateHint: 'captured, born, member_of …',
    value: 'The value: a name, a text, a number or a date',
    date: 'When (left empty: undated)',
    dateHint: '1192, about 1194, 1190 to 1195 …',
    more: 'Work; or more, one on each line',
    moreHint: 'work: The Chronicle\nlocator: chapter 4\naccount: …',
    reason: 'Why',
    work: 'Work',
    locator: 'Where in it (left empty: nowhere in particular)',
    name: 'Whose name',
    aliasText: 'The other name',
  },
  badNumber: (typed: string): string =>
    `“${typed}” is not the number of a statement: type words of it and choose from the list.`,
  addOrRemove: 'Write a name into add or into remove: one of the two.',
  notYourPreview: 'This preview is somebody else’s: make your own with the command.',
  staleDraft: 'This preview is over: previews are kept for a day. Run the command again.',
  savedAlready: (edit: number, by: string, at: string): string =>
    `This was saved already, as edit ${edit} by ${by}, ${at}: nothing was saved twice.`,
  problemText: (problem: FactProblem, roles: readonly string[]): string => {
    switch (problem.kind) {
      case 'not-allowed':
      case 'not-yours':
        return rights.refused(problem, roles);
      case 'row':
        return problem.faults.map((fault) => ended(common.capital(factFaultText(fault)))).join(' ');
      case 'no-such-claim':
        return `There is no statement #${problem.claim} here, or it was retracted: type words of it and choose from the list.`;
      case 'already-told':
        return `The account says just this already, in statement #${problem.claim}: give it another source with /fact cite, or amend it.`;
      case 'nothing-changes':
        return 'That is how it stands already: nothing would change.';
      case 'reason-missing':
        return 'A retraction needs its reason: write why it should not be told any more.';
      case 'not-your-account':
        return `${problem.title} holds what that member says: leave account empty to say it yourself, or name another account.`;
      case 'alias-is-name':
        return `${problem.name} is its name already: write another one.`;
      case 'no-such-alias':
        return problem.aliases.length === 0
          ? `${problem.name} has no other names.`
          : `${problem.name} is not called “${problem.alias}”: its other names are ${common.and(problem.aliases)}.`;
      case 'saved-already':
        return problem.edit === null
          ? 'This was decided already: nothing was saved twice.'
          : facts.savedAlready(problem.edit.id, problem.edit.by.name, new Date(problem.edit.at).toISOString());
    }
  },
} as const;

/** What is wrong with a typed fact: as with a row of a file, but for somebody who has no file. */
function factFaultText(fault: RowFault): string {
  switch (fault.kind) {
    case 'missing':
      return `${fault.column} is empty: fill it in`;
    case 'unknown-name':
      return fault.column === 'account'
        ? `no account is called “${fault.text}”`
        : `nothing here is called “${fault.text}” (${fault.column})`;
    case 'ambiguous-name':
      return `“${fault.text}” (${fault.column}) can mean ${common.or(fault.slugs)}: choose one`;
    case 'unknown-predicate':
      return `“${fault.text}” is not a predicate of this lorebook: /fact add lists them as you type`;
    case 'unknown-continuity':
      return `“${fault.text}” is not a timeline of this lorebook: choose one from the list of continuity`;
    case 'not-one-of':
      return `“${fault.text}” (${fault.column}) is not one of ${common.or(fault.allowed)}`;
    case 'too-long':
      return `${fault.column} is longer than ${fault.most} characters: shorten it`;
    default:
      return rowFaultText(fault);
  }
}

/** With its full stop, where it has no mark of its own. */
function ended(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
