import { planChange } from '../../../src/edit/facts/make-change.ts';
import { approve, approveAll, changeOf, type ReviewTarget, reject } from '../../../src/edit/review.ts';
import { reviseSuggestion, suggest, withdrawSuggestion } from '../../../src/edit/suggest.ts';
import type { Suggestion } from '../../../src/lore/suggestion.ts';
import { ACCOUNTS, cells, type Desk, edit, type Maker, target } from '../desk.ts';

function review(desk: Desk): ReviewTarget {
  return { ...target(desk), titleFor: (name) => `${name}, own statement` };
}

/** One that waits and can be approved as the lorebook stands; what came of imports has no suggester to change it. */
function waiting(desk: Desk, isWanted: (one: Suggestion) => boolean = () => true): Suggestion | null {
  const all = desk.lorebook.suggestions.waiting({ limit: 12 }).filter(isWanted);
  return all.length === 0 ? null : desk.luck.pick(all);
}

const isTyped = ({ words }: Suggestion): boolean => words === '';

function isApprovable(desk: Desk, one: Suggestion): boolean {
  const target = review(desk);
  const speaker = { actor: one.by, title: target.titleFor(one.by.name) };
  return planChange({ ...target, speaker }, changeOf(one)).ok;
}

const suggested: Maker = (desk, token) => {
  const { luck } = desk;
  const actor = { ref: `member:${token}`, name: `Member ${token}` };
  const account = luck.below(3) === 0 ? null : luck.pick(ACCOUNTS);
  const typed = { cells: cells(desk, 'Somebody suggested it.'), account, note: token, tell: 'next' } as const;
  return {
    intent: { token, kind: 'suggestion', shape: 'suggestion', id: null, isWithdrawn: false },
    work: () => {
      const done = suggest(target(desk, actor), typed);
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      return done.value;
    },
  };
};

/** The suggester's own change: the tokens of what was there before stay in its note. */
const revised: Maker = (desk, token) => {
  const one = waiting(desk, isTyped);
  if (one === null) return null;
  const typed = { cells: one.cells, account: one.account, note: `${one.note} ${token}` };
  return {
    intent: { token, kind: 'suggestion changed', shape: 'suggestion', id: one.id, isWithdrawn: false },
    work: () => {
      const done = reviseSuggestion(target(desk, one.by), one.id, typed);
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      return one.id;
    },
  };
};

const withdrawn: Maker = (desk, token) => {
  const one = waiting(desk, isTyped);
  if (one === null) return null;
  return {
    intent: { token, kind: 'suggestion withdrawn', shape: 'suggestion', id: one.id, isWithdrawn: true },
    work: () => {
      const done = withdrawSuggestion(target(desk, one.by), one.id);
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      return one.id;
    },
  };
};

const DECIDED = { 'suggestion.status': 1, 'suggestion.decided': 1 };

const approved: Maker = (desk, token) => {
  const one = waiting(desk, (found) => isApprovable(desk, found));
  if (one === null) return null;
  const parts = { ...DECIDED, 'claim.added': 1 };
  const shape = { kind: 'suggestion approved', op: 'approve-suggestion', hasText: false, parts };
  return edit(desk, token, shape, () => approve(review(desk), one.id));
};

const approvedAnew: Maker = (desk, token) => {
  const one = waiting(desk, (found) => isApprovable(desk, found));
  if (one === null) return null;
  const instead = { cells: { ...one.cells, statement: `Approved as ${token}.` }, account: one.account };
  const parts = { ...DECIDED, 'claim.added': 1 };
  return edit(desk, token, { kind: 'suggestion changed and approved', op: 'approve-suggestion', parts }, () =>
    approve(review(desk), one.id, instead),
  );
};

const approvedTogether: Maker = (desk, token) => {
  const several = desk.lorebook.suggestions.waiting({ limit: 3 }).filter((one) => isApprovable(desk, one));
  if (several.length === 0) return null;
  const ids = several.map(({ id }) => id);
  const parts = { 'suggestion.status': ids.length, 'suggestion.decided': ids.length, 'claim.added': ids.length };
  const shape = { kind: 'suggestions approved', op: 'approve-suggestions', hasText: false, parts };
  return edit(desk, token, shape, () => approveAll(review(desk), ids));
};

const rejected: Maker = (desk, token) => {
  const one = waiting(desk);
  if (one === null) return null;
  const parts = { ...DECIDED, 'suggestion.reason': 1 };
  return edit(desk, token, { kind: 'suggestion rejected', op: 'reject-suggestion', parts }, () =>
    reject(review(desk), one.id, `No, for ${token}`),
  );
};

export const suggesting: readonly Maker[] = [
  suggested,
  suggested,
  revised,
  withdrawn,
  approved,
  approvedAnew,
  approvedTogether,
  rejected,
];
