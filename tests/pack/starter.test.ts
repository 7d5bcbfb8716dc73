import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { entry } from '../../src/lookup/entry.ts';
import { fold } from '../../src/lore/fold.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { aLorebook } from '../support/lorebook.ts';
import { PROJECT } from '../support/sources.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const FOLDER = packFolder('mirror-universe');
const BESIDE = join(PROJECT, '../shared');
let book: Lorebook;
beforeAll(() => {
  book = aLorebook(temp(), FOLDER);
});
afterAll(() => book.close());

const slugs = (name: string): readonly string[] => {
  const found = entry(book.read, name);
  if (found.status === 'answered') return [found.entity.slug];
  return found.status === 'ambiguous' ? found.readings.map(({ entity }) => entity.slug).sort() : [];
};
const claimsOf = (account: string) => {
  const told = book.references.account(account);
  return told === undefined ? [] : book.read.claimsByAccount(told.id, 10_000);
};

describe('the starter pack', () => {
  it('holds the three tellings, the release dates, and at least 198 claims each with a key and a statement', () => {
    expect(book.read.accounts.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['alliance-telling', 'rebel-side-telling', 'expanded-works-telling', 'release-dates']),
    );
    const told = ['alliance-telling', 'rebel-side-telling', 'expanded-works-telling'].flatMap(claimsOf);
    expect(told.length).toBeGreaterThanOrEqual(198);
    expect(told.filter(({ key, statement }) => key === null || statement === '')).toEqual([]);
  });

  it('dates every claim in a way its calendar understands', () => {
    const unread = book.database.all(
      'SELECT key, date FROM claim WHERE date IS NOT NULL AND first_day IS NULL AND last_day IS NULL',
    );
    expect(unread).toEqual([]);
  });

  it('has release dates outside the tellings, and none for three works', () => {
    const works = book.read.works();
    expect(works.length).toBeGreaterThanOrEqual(13);
    const undated = works.filter(({ entity }) => book.read.claimsBySubject(entity, 'released').length === 0);
    expect(undated.map(({ title }) => title).sort()).toEqual(['Counterpoint', 'The Other Side', 'Timelines']);
    for (const claim of claimsOf('release-dates')) expect(claim.predicate).toBe('released');
  });

  it.each(readdirSync(join(FOLDER, 'claims')))('gives every row a key: %s', (file) => {
    const keys = new Set(
      (JSON.parse(readFileSync(join(FOLDER, 'claims', file), 'utf8')) as { key?: string }[]).map(({ key }) => key),
    );
    expect(keys.has(undefined)).toBe(false);
  });
});

describe('names that are easily taken for one another', () => {
  it.each([
    ['I01', 'Kira Nerys', ['kira-nerys~mirror', 'kira-nerys~prime']],
    ['I03', 'Worf', ['worf']],
    ['I07', 'Klingon Empire', ['klingon-empire~mirror', 'klingon-empire~prime']],
    ['I10', 'Spock', ['spock']],
    ['I11', 'Terok Nor', ['terok-nor']],
    ['I11', 'Empok Nor', ['empok-nor']],
  ])('%s: “%s” means %j', (_trap, name, expected) => {
    expect(slugs(name)).toEqual(expected);
  });

  it.each([
    ['I06', ['Terran Empire', 'Terran Republic', 'Reborn Terran Empire']],
    ['I08', ['Bajor', 'Bajorans', 'Republic of Bajor']],
    ['I09', ['Imperial Starfleet', 'Imperial Starfleet of the Reborn Empire', 'Starfleet']],
  ])('%s: %j are three things', (_trap, names) => {
    const found = names.map(slugs);
    expect(found.every((one) => one.length === 1)).toBe(true);
    expect(new Set(found.flat()).size).toBe(names.length);
  });

  it('I12: two cloaking devices share an alias', () => {
    expect(slugs('cloaking device')).toHaveLength(2);
  });

  it('I02: every claim on Benjamin Sisko is on the one of the mirror universe', () => {
    const [prime] = book.read.entityBySlug('benjamin-sisko~prime') === undefined ? [] : ['benjamin-sisko~prime'];
    expect(prime).toBe('benjamin-sisko~prime');
    const other = book.read.entityBySlug('benjamin-sisko~prime');
    expect(other && book.read.claimCount(other.id)).toBe(0);
  });

  it('I14: “O’Brien” alone is no alias of James O’Brien', () => {
    const [james] = book.references.entities('James O’Brien');
    expect(james).toBeDefined();
    expect(james && book.read.aliases(james.id).map(fold)).not.toContain('obrien');
  });

  it('counterparts point at each other across timelines', () => {
    const mirror = book.read.entityBySlug('kira-nerys~mirror');
    expect(mirror && book.read.counterparts(mirror.id).map(({ slug }) => slug)).toEqual(['kira-nerys~prime']);
  });
});

describe.skipIf(!existsSync(join(BESIDE, 'accounts')))('beside the accounts it was made from', () => {
  const runs = (text: string): readonly string[] => {
    const words = fold(text).split(' ');
    return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
  };

  it('shares no run of eight words with them', () => {
    const theirs = new Set(
      readdirSync(join(BESIDE, 'accounts')).flatMap((file) =>
        runs(readFileSync(join(BESIDE, 'accounts', file), 'utf8')),
      ),
    );
    const claims = book.read.accounts.flatMap(({ slug }) => claimsOf(slug));
    const copied = claims.filter(({ statement, value }) =>
      [statement, value.kind === 'text' ? value.text : ''].some((text) => runs(text).some((run) => theirs.has(run))),
    );
    expect(copied.map(({ key, statement }) => `${key}: ${statement}`)).toEqual([]);
  });

  it('keeps every gold claim under its key, or split under keys that begin with it', () => {
    const { claims } = JSON.parse(readFileSync(join(BESIDE, 'gold/claims.json'), 'utf8')) as {
      claims: { id: string }[];
    };
    const keys = book.read.accounts.flatMap(({ slug }) => claimsOf(slug)).map(({ key }) => key ?? '');
    const lost = claims.filter(
      ({ id }) => !keys.some((key) => key === id || (key.startsWith(id) && /^[a-z]/.test(key.slice(id.length)))),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
