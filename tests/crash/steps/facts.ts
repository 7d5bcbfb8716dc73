import { cellsOfClaim } from '../../../src/edit/facts/claim-cells.ts';
import { planChange, saveChange } from '../../../src/edit/facts/make-change.ts';
import type { Claim } from '../../../src/lore/claim.ts';
import type { FactChange } from '../../../src/lore/fact-change.ts';
import { ACCOUNTS, cells, type Desk, EDITOR, edit, type Maker, PEOPLE, type Step, target, WORK } from '../desk.ts';

/** A claim of somebody that stands; null where nothing is told of them. */
function someClaim({ lorebook, luck }: Desk): Claim | null {
  const found = lorebook.references.entities(luck.pick(PEOPLE))[0];
  const claims = found === undefined ? [] : lorebook.read.claimsBySubject(found.id);
  return claims.length === 0 ? null : luck.pick(claims);
}

/** A change as a preview and its Save make it: half of them are marked as saved in the same transaction. */
function saving(
  desk: Desk,
  token: string,
  change: FactChange,
  shape: { kind: string; op: string; hasText?: boolean; parts: Readonly<Record<string, number>> },
): Step | null {
  const { lorebook, luck } = desk;
  if (!planChange(target(desk), change).ok) return null;
  const draft =
    luck.below(2) === 0
      ? null
      : lorebook.drafts.add({ at: Date.now(), ref: EDITOR.ref, action: 'fact', data: { token } });
  return edit(desk, token, { ...shape, ...(draft === null ? {} : { draft }) }, () =>
    saveChange(target(desk), change, (_session, id) => draft === null || lorebook.drafts.markSaved(draft, id)),
  );
}

const add: Maker = (desk, token) => {
  const { pick, below } = desk.luck;
  const change: FactChange = {
    kind: 'add',
    cells: cells(desk, `Added as ${token}.`),
    // Now and then it is the editor's own statement.
    account: below(4) === 0 ? null : pick(ACCOUNTS),
    create: 'all',
  };
  return saving(desk, token, change, { kind: 'add', op: 'add-claim', parts: { 'claim.added': 1 } });
};

const amend: Maker = (desk, token) => {
  const claim = someClaim(desk);
  if (claim === null) return null;
  const statement = `Amended as ${token}.`;
  const was = cellsOfClaim(claim, desk.lorebook);
  const account = desk.lorebook.read.account(claim.account)?.slug ?? null;
  const isOwn = desk.lorebook.references.memberOf(claim.account) !== null;
  const change: FactChange = {
    kind: 'amend',
    claim: claim.id,
    cells: { ...was, statement },
    account: isOwn ? null : account,
    create: 'all',
  };
  const parts = { 'claim.added': 1, 'claim.live': 1, 'claim.replaced': 1 };
  return saving(desk, token, change, { kind: 'amend', op: 'amend-claim', parts });
};

const retract: Maker = (desk, token) => {
  const claim = someClaim(desk);
  if (claim === null) return null;
  const change: FactChange = { kind: 'retract', claim: claim.id, reason: `Gone for ${token}` };
  return saving(desk, token, change, { kind: 'retract', op: 'retract-claim', parts: { 'claim.live': 1 } });
};

const cite: Maker = (desk, token) => {
  const claim = someClaim(desk);
  if (claim === null) return null;
  const change: FactChange = { kind: 'cite', claim: claim.id, work: WORK, locator: token, create: [] };
  return saving(desk, token, change, { kind: 'cite', op: 'cite-claim', parts: { 'claim.citation': 1 } });
};

const alias: Maker = (desk, token) => {
  const change: FactChange = {
    kind: 'alias',
    name: desk.luck.pick(PEOPLE),
    alias: `Called ${token}`,
    isRemoval: false,
  };
  return saving(desk, token, change, { kind: 'alias', op: 'add-alias', parts: { 'entity.alias': 1 } });
};

const aliasLess: Maker = (desk, token) => {
  const { lorebook, luck } = desk;
  const found = lorebook.references.entities(luck.pick(PEOPLE))[0];
  const known = found === undefined ? [] : lorebook.read.aliases(found.id);
  if (found === undefined || known.length === 0) return null;
  const change: FactChange = { kind: 'alias', name: found.slug, alias: luck.pick(known), isRemoval: true };
  const shape = { kind: 'alias removed', op: 'remove-alias', hasText: false, parts: { 'entity.alias': 1 } };
  return saving(desk, token, change, shape);
};

export const facts: readonly Maker[] = [add, amend, retract, cite, alias, aliasLess];
