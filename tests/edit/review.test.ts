import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planChange } from '../../src/edit/facts/make-change.ts';
import { approve, approveAll, type ReviewTarget, reject } from '../../src/edit/review.ts';
import { reviseSuggestion, suggest, withdrawSuggestion } from '../../src/edit/suggest.ts';
import { undo } from '../../src/edit/undo.ts';
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

function target(ref: string, level: Level, at = THEN): ReviewTarget {
  const actor = { ref, name: ref };
  const { read, write, references, log, suggestions } = lorebook;
  const by = { actor, level, isOwnOnly: false };
  const titleFor = (name: string): string => `${name}, own`;
  return { read, write, references, log, suggestions, by, at, speaker: { actor, title: titleFor(ref) }, titleFor };
}
const reader = (ref = 'reader', at = THEN) => target(ref, 'reader', at);
const keeper = (ref = 'keeper') => target(ref, 'keeper');
const typed = (value: string) => ({
  cells: { subject: 'ysolde-marr', predicate: 'described_as', value },
  account: null,
  note: '',
  tell: 'next' as const,
});

function suggested(value: string, by = reader()): number {
  const sent = suggest(by, typed(value));
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
  return sent.value;
}

describe('a suggestion', () => {
  it('changes nothing until it is approved; then it is the suggester’s own statement, hedged', () => {
    const before = contentsOf(lorebook);
    const id = suggested('brave');
    expect(contentsOf(lorebook)).toEqual(before);
    const done = approve(keeper(), id);
    if (!done.ok) throw new Error(done.problem.kind);
    const { claim } = done.value;
    expect(claim?.modality).toBe('hedged');
    expect(lorebook.references.memberOf(claim?.account ?? (0 as never))).toBe('reader');
    expect(lorebook.suggestions.get(id)).toMatchObject({ status: 'approved', decidedBy: done.value.edit });
    expect(lorebook.log.edit(done.value.edit)?.by.ref).toBe('keeper');
  });

  it('once approved is its suggester’s to change, where scribes may change only their own', () => {
    const done = approve(keeper(), suggested('brave', target('scribe', 'scribe')));
    if (!done.ok) throw new Error(done.problem.kind);
    const retract = { kind: 'retract' as const, claim: done.value.claim?.id ?? 0, reason: 'no longer' };
    const own = (ref: string): ReviewTarget => {
      const mine = target(ref, 'scribe');
      return { ...mine, by: { ...mine.by, isOwnOnly: true } };
    };
    expect(planChange(own('other'), retract)).toMatchObject({ problem: { kind: 'not-yours' } });
    expect(planChange(own('scribe'), retract).ok).toBe(true);
  });

  it('waits again when its approval is undone, and is told of anew', () => {
    const before = contentsOf(lorebook);
    const id = suggested('brave');
    const done = approve(keeper(), id);
    lorebook.suggestions.markTold(id, true);
    expect(done.ok && undo(keeper(), done.value.edit, false).ok).toBe(true);
    expect(contentsOf(lorebook)).toEqual(before);
    expect(lorebook.suggestions.get(id)).toMatchObject({ status: 'waiting', decidedBy: null });
    expect(reject(keeper(), id, 'no').ok).toBe(true);
    expect(lorebook.suggestions.untold('reader')).toHaveLength(1);
    expect(lorebook.log.brokenLink()).toBeNull();
  });

  it('is decided once, and whoever comes later reads who did what', () => {
    const id = suggested('brave');
    expect(approve(keeper('first'), id).ok).toBe(true);
    const late = { ok: false, problem: { kind: 'not-waiting', by: 'first', suggestion: { status: 'approved' } } };
    expect(approve(keeper('second'), id)).toMatchObject(late);
    expect(reject(keeper('second'), id, 'no')).toMatchObject(late);
    expect(withdrawSuggestion(reader(), id)).toMatchObject(late);
    expect(reviseSuggestion(reader(), id, typed('bold'))).toMatchObject(late);
  });

  it('keeps what was suggested beside what a keeper made of it', () => {
    const id = suggested('brave');
    const done = approve(keeper(), id, { cells: { ...typed('bold').cells }, account: 'harbour-log' });
    if (!done.ok) throw new Error(done.problem.kind);
    expect(lorebook.log.edit(done.value.edit)?.before).toMatchObject({ cells: { value: 'brave' } });
    expect(lorebook.read.account(done.value.claim?.account ?? (0 as never))?.slug).toBe('harbour-log');
  });

  it('is its suggester’s to change and withdraw, and nobody else’s who is no keeper', () => {
    const id = suggested('brave');
    expect(reviseSuggestion(reader('other'), id, typed('x'))).toMatchObject({ problem: { kind: 'not-yours' } });
    expect(withdrawSuggestion(target('other', 'scribe'), id)).toMatchObject({ problem: { kind: 'not-yours' } });
    expect(reviseSuggestion(reader(), id, typed('bold')).ok).toBe(true);
    expect(withdrawSuggestion(reader(), id).ok).toBe(true);
    expect(lorebook.suggestions.get(id)).toMatchObject({ status: 'withdrawn', cells: { value: 'bold' } });
  });

  it('is decided by keepers alone', () => {
    const id = suggested('brave');
    for (const level of ['reader', 'scribe'] as const) {
      const refused = { ok: false, problem: { kind: 'not-allowed', needs: 'keeper' } };
      expect(approve(target('x', level), id)).toMatchObject(refused);
      expect(reject(target('x', level), id, 'no')).toMatchObject(refused);
      expect(approveAll(target('x', level), [id])).toMatchObject(refused);
    }
  });

  it('is limited in time and in number', () => {
    const minute = 60_000;
    for (let n = 0; n < 20; n += 1) suggested(`v${n}`, reader('busy', THEN + n * 3 * minute));
    expect(suggest(reader('busy', THEN + 90 * minute), typed('one more'))).toMatchObject({
      problem: { kind: 'too-many-waiting' },
    });
    for (let n = 0; n < 5; n += 1) suggested(`q${n}`, reader('quick'));
    expect(suggest(reader('quick'), typed('q6'))).toMatchObject({ problem: { kind: 'too-many-lately' } });
    expect(suggest(reader('quick', THEN + 11 * minute), typed('q6')).ok).toBe(true);
    expect(suggest(reader('quick', THEN + 11 * minute), typed('q6'))).toMatchObject({
      problem: { kind: 'suggested-already' },
    });
  });

  it.each([
    [{ subject: '' }, 'row'],
    [{ predicate: 'nonsense' }, 'row'],
    [{ value: 'x'.repeat(5000) }, 'row'],
  ])('that cannot be read is refused: %o', (cells, kind) => {
    const change = { ...typed('x'), cells: { ...typed('x').cells, ...cells } };
    expect(suggest(reader(), change)).toMatchObject({ ok: false, problem: { kind } });
    expect(suggest(reader(), { ...typed('x'), note: 'x'.repeat(5000) })).toMatchObject({ problem: { kind: 'row' } });
  });
});

describe('a page of suggestions', () => {
  it('is approved in one edit that undoes all of it; what cannot be taken stays, and says why', () => {
    const before = contentsOf(lorebook);
    const ids = ['a', 'b', 'c'].map((value) => suggested(value, reader(value)));
    // Two members name the same new thing: it is made once.
    const made = ['a', 'b'].map((ref) => {
      const sent = suggest(reader(ref), { ...typed('z'), cells: { ...typed('z').cells, subject: 'The Brand New' } });
      return sent.ok ? sent.value : 0;
    });
    expect(reject(keeper(), ids[2] ?? 0, 'no').ok).toBe(true);
    const done = approveAll(keeper(), [...ids, ...made, 9999]);
    if (!done.ok) throw new Error(done.problem.kind);
    expect(done.value.approved).toEqual([...ids.slice(0, 2), ...made]);
    expect(done.value.failed.map(({ problem }) => problem.kind)).toEqual(['not-waiting', 'no-such-suggestion']);
    expect(lorebook.references.entities('The Brand New')).toHaveLength(1);
    expect(undo(keeper(), done.value.edit ?? 0, false).ok).toBe(true);
    expect(contentsOf(lorebook)).toEqual(before);
    expect(lorebook.suggestions.waitingCount()).toBe(4);
  });
});
