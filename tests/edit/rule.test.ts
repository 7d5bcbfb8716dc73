import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileConflict } from '../../src/edit/file-conflict.ts';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import { revoke, rule } from '../../src/edit/rule.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import { rulingState } from '../../src/lore/ruling.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openLorebook } from '../../src/lorebook/open.ts';

const KEEPER = { ref: 'test', name: 'Keeper' };
let lorebook: Lorebook;

beforeEach(() => {
  const opened = openLorebook(':memory:', () => 0);
  const pack = starterPack('mirror-universe');
  if (!opened.ok || !pack.ok) throw new Error('no lorebook');
  lorebook = opened.value;
  stock(lorebook, pack.value, KEEPER, 0);
});
afterEach(() => lorebook.close());

const target = () => ({ ...lorebook, by: { actor: KEEPER, level: 'keeper' as const, isOwnOnly: false }, at: 1000 });

function founders() {
  const found = lorebook.read.findings({ limit: 100 }).find((finding) => finding.predicate === 'founded_by');
  const claim = found?.sides.at(-1)?.[0];
  if (found === undefined || claim === undefined) throw new Error('the starter pack has lost its founders');
  return { found, claim };
}

describe('a ruling', () => {
  it('stays with the finding, says who, when and why, and can be taken back', () => {
    const { found, claim } = founders();
    const done = rule(target(), { finding: found.id, kind: 'prefer', claim, note: 'ours', timeline: null });
    expect(done).toMatchObject({ ok: true, value: { kind: 'prefer', by: 'Keeper', at: 1000, note: 'ours' } });
    expect(lorebook.read.finding(found.id)).toBeDefined();
    expect(revoke(target(), found.id, 'changed our mind').ok).toBe(true);
    expect(lorebook.read.rulingOn(found.id)).toBeNull();
  });

  it('that files a side under another timeline turns the conflict into a divergence', () => {
    const { found, claim } = founders();
    rule(target(), { finding: found.id, kind: 'divergence', claim, note: 'its own', timeline: 'Elsewhere' });
    const left = lorebook.read.findings({ limit: 100 }).filter((finding) => finding.predicate === 'founded_by');
    expect(left.map((finding) => finding.class)).toEqual(['divergence']);
  });

  it('is reopened by a value that was not there', () => {
    const { found, claim } = founders();
    rule(target(), { finding: found.id, kind: 'both', claim: null, note: 'equal', timeline: null });
    const told = lorebook.read.claim(claim);
    const odo = lorebook.references.entities('Odo')[0];
    if (told === undefined || odo === undefined) throw new Error('no claim to copy');
    lorebook.write.transaction((session) => {
      const edit = session.record({ actor: KEEPER, op: 'test', target: 'test', at: 0 });
      expect(edit).toBeGreaterThan(0);
      session.addClaim({
        ...told,
        key: null,
        value: { kind: 'entity', entity: odo.id },
        citations: [],
        account: lorebook.read.accounts[0]?.id ?? told.account,
        extent: { first: null, last: null },
      });
    });
    const again = lorebook.read.finding(found.id);
    if (again === undefined) throw new Error('the finding has another id now');
    expect(rulingState(again, lorebook.read.rulingOn(found.id))).toBe('reopened');
  });

  it.each([
    [{ finding: 'AAAAAAAA' }, 'no-such-finding'],
    [{ note: ' ' }, 'ruling-needs-note'],
    [{ kind: 'prefer' as const, claim: null }, 'ruling-needs-claim'],
    [{ claim: 1 as ClaimId }, 'claim-not-in-finding'],
    [{ kind: 'divergence' as const }, 'ruling-needs-timeline'],
  ])('%o is refused: %s', (change, problem) => {
    const { found, claim } = founders();
    const asked = { finding: found.id as string, kind: 'prefer' as const, claim, note: 'why', timeline: null };
    expect(rule(target(), { ...asked, ...change })).toMatchObject({ ok: false, problem: { kind: problem } });
  });
});

describe('a conflict filed by hand', () => {
  it('is a finding of its own over the chosen claims', () => {
    const worf = lorebook.references.entities('Worf')[0];
    if (worf === undefined) throw new Error('no Worf');
    const claims = lorebook.read
      .claimsBySubject(worf.id)
      .filter((claim) => claim.continuity === lorebook.read.continuities.home.id);
    const ids = claims.slice(0, 2).map((claim) => claim.id);
    expect(fileConflict(target(), { title: 'Which is it?', why: 'They differ.', claims: ids }).ok).toBe(true);
    const filed = lorebook.read.findingsOf(ids).find((finding) => finding.rule === 'manual');
    expect(filed).toMatchObject({ class: 'conflict' });
    expect(fileConflict(target(), { title: 'x', why: 'y', claims: ids.slice(0, 1) }).ok).toBe(false);
  });
});
