import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/lore/finding.ts';
import type { ClaimId, EditId } from '../../../src/lore/ids.ts';
import { rulingProblem, rulingState } from '../../../src/lore/ruling.ts';
import type { Database } from '../../../src/lorebook/database.ts';
import { fileConflict } from '../../../src/lorebook/findings/filed.ts';
import { FINDING_COLUMNS, type FindingRow, toFinding } from '../../../src/lorebook/findings/finding-rows.ts';
import { rebuildFindings, refreshFindings } from '../../../src/lorebook/findings/refresh.ts';
import { addRuling, rulingOn } from '../../../src/lorebook/findings/rulings.ts';
import { areFindingsSound, ensureFindings } from '../../../src/lorebook/findings/soundness.ts';
import { smallLorebook } from './small-lorebook.ts';

function findingsIn(database: Database): readonly Finding[] {
  return database.all<FindingRow>(`SELECT ${FINDING_COLUMNS} FROM finding ORDER BY id`).map(toFinding);
}

function disputed() {
  const small = smallLorebook();
  const person = small.entity('Aldra', 'person');
  const first = small.claim({ subject: person, predicate: 'died', date: '2340', account: 1 });
  const second = small.claim({ subject: person, predicate: 'died', date: '2360', account: 2 });
  const { database } = small.book;
  rebuildFindings(database);
  const only = (): Finding => {
    const [finding] = findingsIn(database);
    if (finding === undefined) throw new Error('no finding');
    return finding;
  };
  return { small, database, person, first, second, only };
}

describe('a kept finding', () => {
  it('goes when a side is retracted and comes back with the same id', () => {
    const { small, database, second, only } = disputed();
    const { id } = only();
    small.retract(second);
    refreshFindings(database, { claims: [second] });
    expect(findingsIn(database)).toEqual([]);
    small.restore(second);
    refreshFindings(database, { claims: [second] });
    expect(only().id).toBe(id);
  });

  it('follows a merge', () => {
    const { small, database, person, first, second } = disputed();
    const other = small.entity('Aldra the Younger', 'person');
    database.run('UPDATE claim SET subject_id = ? WHERE id = ?', other, second);
    refreshFindings(database, { claims: [second], entities: [person as never, other as never] });
    expect(findingsIn(database)).toEqual([]);
    database.run('UPDATE entity SET merged_into = ? WHERE id = ?', person, other);
    refreshFindings(database, { claims: [], entities: [person as never, other as never] });
    expect(findingsIn(database).map(({ explanation }) => explanation)).toEqual([[first, second]]);
  });

  it.each([
    ['a changed severity', 'UPDATE finding SET severity = 1'],
    ['a changed body', `UPDATE finding SET body = replace(body, '@', '#')`],
    ['a finding that was deleted', 'DELETE FROM finding'],
    ['a claim unhooked', 'DELETE FROM finding_claim WHERE claim_id = 1'],
  ])('is found to be tampered with and made anew: %s', (_, sql) => {
    const { database } = disputed();
    const before = findingsIn(database);
    expect(ensureFindings(database)).toBe('sound');
    database.run(sql);
    expect(areFindingsSound(database)).toBe(false);
    expect(ensureFindings(database)).toBe('rebuilt');
    expect(findingsIn(database)).toEqual(before);
  });
});

describe('a conflict filed by hand', () => {
  it('takes its class from the timelines of its claims', () => {
    const { small, database, first } = disputed();
    const elsewhere = small.claim({ subject: 5, predicate: 'formed', date: '2300', continuity: 2 });
    const filed = [
      fileConflict(database, { title: 'Within', why: 'w', claims: [first, 2 as ClaimId] }, null),
      fileConflict(database, { title: 'Across', why: 'w', claims: [first, elsewhere] }, null),
    ];
    refreshFindings(database, { claims: [elsewhere], filed });
    const classes = findingsIn(database).map((finding) => [finding.detail.title, finding.class]);
    expect(classes).toEqual(
      expect.arrayContaining([
        ['Within', 'conflict'],
        ['Across', 'divergence'],
      ]),
    );
    // What rules find of the very same claims is the same matter.
    expect(findingsIn(database)).toHaveLength(2);
  });
});

describe('a ruling', () => {
  it('settles, is revoked, and reopens when something new is told', () => {
    const { small, database, person, first, only } = disputed();
    expect(rulingState(only(), rulingOn(database, only().id))).toBe('open');
    const id = addRuling(
      database,
      only(),
      { kind: 'prefer', claim: first, note: 'the older source' },
      small.edit as EditId,
    );
    expect(rulingState(only(), rulingOn(database, only().id))).toBe('settled');
    const same = small.claim({ subject: person, predicate: 'died', date: '2360', account: 3 });
    refreshFindings(database, { claims: [same] });
    expect(rulingState(only(), rulingOn(database, only().id))).toBe('settled');
    const fresh = small.claim({ subject: person, predicate: 'died', date: '2380', account: 3 });
    refreshFindings(database, { claims: [fresh] });
    const ruling = rulingOn(database, only().id);
    expect(rulingState(only(), ruling)).toBe('reopened');
    expect(ruling?.note).toBe('the older source');
    database.run('UPDATE ruling SET revoked_by = ? WHERE id = ?', small.edit, id);
    expect(rulingOn(database, only().id)).toBeNull();
  });

  it('reopens when the claim it preferred is retracted', () => {
    const { small, database, person, second, only } = disputed();
    addRuling(database, only(), { kind: 'prefer', claim: second, note: 'n' }, small.edit as EditId);
    const third = small.claim({ subject: person, predicate: 'died', date: '2360', account: 3 });
    small.retract(second);
    refreshFindings(database, { claims: [second, third] });
    expect(rulingState(only(), rulingOn(database, only().id))).toBe('reopened');
  });

  it('says what it lacks', () => {
    const { only } = disputed();
    expect(rulingProblem(only(), { kind: 'prefer', claim: null, note: 'n' })?.kind).toBe('ruling-needs-claim');
    expect(rulingProblem(only(), { kind: 'prefer', claim: 99 as ClaimId, note: 'n' })?.kind).toBe(
      'claim-not-in-finding',
    );
    expect(rulingProblem(only(), { kind: 'both', claim: null, note: ' ' })?.kind).toBe('ruling-needs-note');
    expect(rulingProblem(only(), { kind: 'both', claim: null, note: 'equal standing' })).toBeNull();
  });
});
