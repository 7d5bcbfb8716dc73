import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amendedCells, cellsOfClaim } from '../../src/edit/facts/claim-cells.ts';
import type { FactTarget } from '../../src/edit/facts/fact-target.ts';
import { planChange, rehearseChange, saveChange } from '../../src/edit/facts/make-change.ts';
import { undo } from '../../src/edit/undo.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import type { Level } from '../../src/lore/permission.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { contentsOf } from '../support/contents.ts';
import { aLorebook, THEN } from '../support/lorebook.ts';
import { writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
let lorebook: Lorebook;
beforeEach(() => {
  lorebook = aLorebook(temp(), writePack(temp(), ARDENT));
});
afterEach(() => lorebook.close());

function target(ref = 'discord:1', level: Level = 'scribe', isOwnOnly = false): FactTarget {
  const actor = { ref, name: `Member ${ref}` };
  return { ...lorebook, by: { actor, level, isOwnOnly }, at: THEN, speaker: { actor, title: `${actor.name}, own` } };
}

const ADD: FactChange = {
  kind: 'add',
  cells: { subject: 'ysolde-marr', predicate: 'described_as', value: 'patient' },
  account: null,
  create: [],
};

function saved(change: FactChange, by = target()) {
  const done = saveChange(by, change);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

function claimOf(key: string) {
  const log = lorebook.references.account('harbour-log');
  const claim = log && lorebook.read.claimsByAccount(log.id, 100).find((one) => one.key === key);
  if (claim === undefined) throw new Error(key);
  return claim;
}

function amendment(key: string, changes: Record<string, string>): FactChange {
  const claim = claimOf(key);
  const cells = amendedCells(cellsOfClaim(claim, lorebook), changes);
  return { kind: 'amend', claim: claim.id, cells, account: 'harbour-log', create: [] };
}

describe('a statement without an account', () => {
  it('is the member’s own: one account, hedged, with a slug that names nobody', () => {
    const first = saved(ADD);
    saved({ ...ADD, cells: { ...ADD.cells, value: 'kind' } });
    const own = lorebook.read.accounts.filter((account) => account.kind === 'member');
    expect(own).toMatchObject([{ slug: 'member', title: 'Member discord:1, own' }]);
    expect(first.claim).toMatchObject({ modality: 'hedged', account: own[0]?.id });
    saved(ADD, target('discord:2'));
    expect(lorebook.references.ownAccount('discord:2')?.slug).toBe('member-2');
  });

  it('is asserted where the member says so', () => {
    expect(saved({ ...ADD, cells: { ...ADD.cells, modality: 'asserted' } }).claim?.modality).toBe('asserted');
  });

  it('cannot be made in the name of another member', () => {
    saved(ADD);
    const other = saveChange(target('discord:2'), { ...ADD, account: 'member', cells: { ...ADD.cells, value: 'x' } });
    expect(other).toMatchObject({ ok: false, problem: { kind: 'not-your-account' } });
  });

  it('is undone with its account, and made anew after that', () => {
    const before = contentsOf(lorebook);
    const first = saved(ADD);
    expect(undo(target('discord:1', 'keeper'), first.edit, false).ok).toBe(true);
    expect(contentsOf(lorebook)).toEqual(before);
    expect(saved(ADD).claim).not.toBeNull();
    expect(lorebook.references.ownAccount('discord:1')?.slug).toBe('member-2');
  });
});

describe('a rehearsal', () => {
  it('shows the claim and leaves nothing', () => {
    const before = contentsOf(lorebook);
    const seen = rehearseChange(target(), ADD, ({ claim, effect }) => ({ claim, opened: effect.opened.length }));
    expect(seen).toMatchObject({ ok: true, value: { claim: { modality: 'hedged' }, opened: 0 } });
    expect(contentsOf(lorebook)).toEqual(before);
    expect(lorebook.log.edits({ limit: 5 })).toHaveLength(1);
  });

  it('finds the conflict a second year of birth opens, and saving opens the same', () => {
    const change: FactChange = {
      ...ADD,
      cells: { subject: 'ysolde-marr', predicate: 'born', value: 'LA 880' },
      account: 'log-transcript',
    };
    const seen = rehearseChange(target(), change, ({ effect }) => effect.opened.map(({ id }) => id));
    expect(seen.ok && seen.value).toHaveLength(1);
    const done = saved(change);
    expect(done.effect.opened.map(({ id }) => id)).toEqual(seen.ok && seen.value);
    const closing = rehearseChange(
      target('discord:1', 'keeper'),
      { kind: 'retract', claim: done.claim?.id ?? 0, reason: 'wrong' },
      ({ effect }) => effect.closed.map(({ id }) => id),
    );
    expect(closing).toMatchObject({ ok: true, value: seen.ok && seen.value });
  });
});

describe('amending', () => {
  it.each([
    ['H01', {}],
    ['H02', {}],
    ['H03', {}],
    ['H05', {}],
    ['H06', {}],
    ['H07', {}],
    ['H08', {}],
    ['H09', {}],
    ['H11', {}],
    ['H12', {}],
  ])('%s with nothing anew changes nothing', (key, changes) => {
    expect(planChange(target(), amendment(key, changes))).toMatchObject({
      ok: false,
      problem: { kind: 'nothing-changes' },
    });
  });

  it('keeps the key and the sources, drops the sentence that told the old value, and is undone and done again', () => {
    const before = contentsOf(lorebook);
    const old = claimOf('H02');
    const done = saved(amendment('H02', { end: 'LA 916' }), target('discord:1', 'keeper'));
    expect(done.claim).toMatchObject({ key: 'H02', citations: old.citations });
    expect(lorebook.read.claim(old.id)).toBeUndefined();
    const after = contentsOf(lorebook);
    const taken = undo(target('discord:1', 'keeper'), done.edit, false);
    expect(contentsOf(lorebook)).toEqual(before);
    if (!taken.ok) throw new Error(taken.problem.kind);
    expect(undo(target('discord:1', 'keeper'), taken.value, false).ok).toBe(true);
    expect(contentsOf(lorebook)).toEqual(after);
    expect(saved(amendment('H01', { value: 'LA 872' })).claim?.statement).toBe('');
    expect(lorebook.log.brokenLink()).toBeNull();
  });

  it('reads a new value where nothing was known, and counts what is counted now', () => {
    expect(saved(amendment('H05', { value: 'drowned' })).claim?.value).toMatchObject({ kind: 'text', text: 'drowned' });
    const bells = saved(amendment('H03', { value: '12 bells' })).claim;
    expect(bells?.qualifiers).toMatchObject([{ name: 'what', text: 'bells' }]);
  });

  it('is refused on what is gone, and on others’ facts to those who may change only their own', () => {
    const gone: FactChange = { kind: 'retract', claim: 999_999, reason: 'x' };
    expect(planChange(target(), gone)).toMatchObject({ ok: false, problem: { kind: 'no-such-claim' } });
    const others = amendment('H02', { end: 'LA 916' });
    expect(planChange(target('discord:1', 'scribe', true), others)).toMatchObject({ problem: { kind: 'not-yours' } });
    const own = saved(ADD, target('discord:1', 'scribe', true)).claim?.id as ClaimId;
    const retract: FactChange = { kind: 'retract', claim: own, reason: 'mistaken' };
    expect(saveChange(target('discord:1', 'scribe', true), retract).ok).toBe(true);
    expect(planChange(target('discord:9', 'reader'), others)).toMatchObject({ problem: { kind: 'not-allowed' } });
  });
});

describe('what cannot be taken', () => {
  it.each([
    [{ subject: '' }, 'missing'],
    [{ subject: 'Nobody At All' }, 'unknown-name'],
    [{ subject: 'The City' }, 'ambiguous-name'],
    [{ predicate: 'is nice to' }, 'unknown-predicate'],
    [{ subject: 'x'.repeat(300) }, 'too-long'],
    [{ value: 'x'.repeat(3000) }, 'too-long'],
    [{ date: 'x'.repeat(300) }, 'too-long'],
    [{ continuity: 'elsewhere' }, 'unknown-continuity'],
    [{ work: 'An Unwritten Book' }, 'unknown-name'],
    [{ modality: 'shouted' }, 'not-one-of'],
    [{ qualifiers: 'event=No Such Battle' }, 'unknown-name'],
    [{ qualifiers: 'nonsense' }, 'bad-qualifier'],
    [{ predicate: 'count_of', value: 'many' }, 'not-a-quantity'],
    [{ predicate: 'tolls', value: 'perhaps' }, 'not-yes-or-no'],
  ])('%o: %s', (cells, kind) => {
    const read = planChange(target(), { ...ADD, cells: { ...ADD.cells, ...cells } });
    expect(read).toMatchObject({ ok: false, problem: { kind: 'row', faults: [{ kind }] } });
  });

  it('is only made where it was confirmed by name', () => {
    const cells = { subject: 'Somebody New', predicate: 'captured', value: 'Something New', date: 'EF 10ish' };
    const change: FactChange = { kind: 'add', cells, account: null, create: ['Somebody New'] };
    expect(planChange(target(), change)).toMatchObject({
      problem: { faults: [{ kind: 'unknown-name', text: 'Something New' }] },
    });
    const done = saved({ ...change, create: ['Somebody New', 'Something New'] });
    expect(done.made.map(({ name }) => name)).toEqual(['Somebody New', 'Something New']);
    expect(done.notes).toEqual([{ kind: 'date-kept-as-text', text: 'EF 10ish' }]);
  });

  it('is told twice by nobody', () => {
    saved(ADD);
    expect(planChange(target(), ADD)).toMatchObject({ problem: { kind: 'already-told' } });
  });

  it('handles of autocomplete are names, too', () => {
    const [ship] = lorebook.references.entities('ardent-ship');
    const done = saved({ ...ADD, cells: { ...ADD.cells, subject: `#${ship?.id}` } });
    expect(done.claim?.subject).toBe(ship?.id);
  });
});

describe('sources and names', () => {
  it('cites once, makes a work only where confirmed, and takes it back', () => {
    const before = contentsOf(lorebook);
    const claim = claimOf('H01').id;
    const cite: FactChange = { kind: 'cite', claim, work: 'The Tide Book', locator: 'p. 3', create: [] };
    expect(planChange(target(), cite)).toMatchObject({ problem: { faults: [{ kind: 'unknown-name' }] } });
    const done = saved({ ...cite, create: ['The Tide Book'] });
    expect(done.claim?.citations).toHaveLength(1);
    expect(planChange(target(), cite)).toMatchObject({ problem: { kind: 'nothing-changes' } });
    expect(undo(target('discord:1', 'keeper'), done.edit, false).ok).toBe(true);
    expect(contentsOf(lorebook)).toEqual(before);
  });

  it('adds and removes another name', () => {
    const before = contentsOf(lorebook);
    const add: FactChange = { kind: 'alias', name: 'Wardens', alias: 'The **Watch**', isRemoval: false };
    const done = saved(add);
    expect(lorebook.references.entities('the watch').map(({ name }) => name)).toEqual(['Wardens']);
    expect(planChange(target(), add)).toMatchObject({ problem: { kind: 'nothing-changes' } });
    const removal: FactChange = { ...add, alias: 'the watch', isRemoval: true };
    expect(planChange(target('discord:2', 'scribe', true), removal)).toMatchObject({ problem: { kind: 'not-yours' } });
    saved(removal, target('discord:1', 'scribe', true));
    expect(contentsOf(lorebook)).toEqual(before);
    expect(planChange(target(), removal)).toMatchObject({ problem: { kind: 'no-such-alias' } });
    expect(done.effect.opened).toEqual([]);
  });
});
