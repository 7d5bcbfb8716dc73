import { fileConflict } from '../../../src/edit/file-conflict.ts';
import { revoke, rule } from '../../../src/edit/rule.ts';
import { proposals, revocations, revokeOrPropose, ruleOrPropose } from '../../../src/edit/two-keepers.ts';
import type { Finding } from '../../../src/lore/finding.ts';
import { type Desk, edit, type Maker, target } from '../desk.ts';

const MOST = 60;

function someFinding({ lorebook, luck }: Desk, isWanted: (finding: Finding) => boolean): Finding | null {
  const all = lorebook.read.findings({ limit: MOST }).filter(isWanted);
  return all.length === 0 ? null : luck.pick(all);
}

function asked({ luck }: Desk, { id, sides }: Finding, token: string) {
  const kind = luck.pick(['both', 'prefer', 'divergence', 'dismiss', 'defer', 'same'] as const);
  const needsClaim = kind === 'prefer' || kind === 'divergence';
  const claim = needsClaim ? luck.pick(luck.pick(sides)) : null;
  return { finding: id, kind, claim, note: token, timeline: kind === 'divergence' ? 'drowned' : null };
}

const ruling: Maker = (desk, token) => {
  const finding = someFinding(desk, () => true);
  if (finding === null) return null;
  const wanted = asked(desk, finding, token);
  return edit(desk, token, { kind: 'ruling', op: 'rule', parts: { 'ruling.added': 1 } }, () =>
    rule(target(desk), wanted),
  );
};

const revoked: Maker = (desk, token) => {
  const finding = someFinding(desk, ({ id }) => desk.lorebook.read.rulingOn(id) !== null);
  if (finding === null) return null;
  return edit(desk, token, { kind: 'ruling revoked', op: 'revoke-ruling', parts: { 'ruling.live': 1 } }, () =>
    revoke(target(desk), finding.id, token),
  );
};

const proposed: Maker = (desk, token) => {
  // What another keeper proposed already would be made by this one.
  const finding = someFinding(desk, ({ id }) => proposals(desk.lorebook, id).length === 0);
  if (finding === null) return null;
  const wanted = asked(desk, finding, token);
  const keeper = { ref: `keeper:${token}`, name: 'A keeper' };
  return edit(desk, token, { kind: 'ruling proposed', op: 'propose-ruling' }, () => {
    const done = ruleOrPropose(target(desk, keeper), wanted, true);
    return { ok: done.ok && done.value.kind === 'waiting' };
  });
};

const revocationProposed: Maker = (desk, token) => {
  const finding = someFinding(desk, ({ id }) => desk.lorebook.read.rulingOn(id) !== null);
  if (finding === null || revocations(desk.lorebook, finding.id).length > 0) return null;
  return edit(desk, token, { kind: 'revocation proposed', op: 'propose-revocation' }, () => {
    const done = revokeOrPropose(target(desk), finding.id, token, true);
    return { ok: done.ok && done.value.kind === 'waiting' };
  });
};

const filed: Maker = (desk, token) => {
  const { lorebook, luck } = desk;
  if (lorebook.read.accounts.length === 0) return null;
  const account = luck.pick(lorebook.read.accounts);
  const claims = lorebook.read.claimsByAccount(account.id, MOST).map(({ id }) => id);
  if (claims.length < 2) return null;
  const two = [luck.pick(claims), luck.pick(claims)];
  if (two[0] === two[1]) return null;
  return edit(desk, token, { kind: 'conflict filed', op: 'file-conflict', parts: { 'filed.added': 1 } }, () =>
    fileConflict(target(desk), { title: `Filed as ${token}`, why: 'They differ.', claims: two }),
  );
};

export const deciding: readonly Maker[] = [ruling, ruling, revoked, proposed, revocationProposed, filed];
