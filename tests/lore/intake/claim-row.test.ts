import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimCells, RowFault } from '../../../src/lore/intake/claim-columns.ts';
import { type Intake, LONGEST_TEXT, readClaimRow } from '../../../src/lore/intake/claim-row.ts';
import { resolveReference } from '../../../src/lore/intake/reference.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { aLorebook } from '../../support/lorebook.ts';
import { aHead, writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';

const temp = tempFolders();
let book: Lorebook;
let intake: Intake;

beforeAll(() => {
  const folder = writePack(temp(), {
    head: aHead({
      continuities: [
        { slug: 'main', name: 'main timeline' },
        { slug: 'side', name: 'side timeline', parent: 'main' },
      ],
      accounts: [{ slug: 'chronicle', title: 'The chronicle', now: '2372' }],
    }),
    entities: [
      { name: 'Anna', kind: 'person', aliases: ['Annie', 'The Smith'] },
      { name: 'Bo', kind: 'person', aliases: ['the smith'] },
      { name: 'Fall of Ardent', kind: 'event' },
      { name: 'The Fall of Ardent', kind: 'event' },
      { name: 'Qo’noS', kind: 'place' },
      { name: 'bo', kind: 'place', slug: 'little-bo' },
      { name: 'Warden', kind: 'office' },
      { name: 'Leaf', kind: 'person' },
    ],
    works: [{ title: 'Song' }, { title: 'Rolls' }, { title: 'Leaf' }],
  });
  book = aLorebook(temp(), folder);
  const [account] = book.read.accounts;
  if (account === undefined) throw new Error('no account');
  intake = {
    references: book.references,
    predicates: book.read.predicates,
    continuities: book.read.continuities,
    calendar: book.read.profile.calendar,
    account,
    canCreate: false,
  };
});
afterAll(() => book.close());

const BASE: ClaimCells = { subject: 'Anna', predicate: 'based_at', value: 'Qo’noS' };

function taken(cells: ClaimCells, over: Partial<Intake> = {}) {
  const read = readClaimRow({ ...BASE, ...cells }, { ...intake, ...over });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function faults(cells: ClaimCells): readonly RowFault[] {
  const read = readClaimRow({ ...BASE, ...cells }, intake);
  return read.ok ? [] : read.problem;
}

const LONG = 'x'.repeat(LONGEST_TEXT + 1);
const FAULTS: readonly (readonly [ClaimCells, Partial<RowFault>])[] = [
  [{ subject: '' }, { kind: 'missing', column: 'subject' }],
  [{ subject: '  ' }, { kind: 'missing', column: 'subject' }],
  [{ predicate: '' }, { kind: 'missing', column: 'predicate' }],
  [{ value: '' }, { kind: 'missing', column: 'value' }],
  [{ subject: 'Hanna' }, { kind: 'unknown-name', column: 'subject', text: 'Hanna' }],
  [{ value: 'Nowhere' }, { kind: 'unknown-name', column: 'value', text: 'Nowhere' }],
  [{ work: 'Ballad' }, { kind: 'unknown-name', column: 'work', text: 'Ballad' }],
  [{ qualifiers: 'event=The Rise' }, { kind: 'unknown-name', column: 'event', text: 'The Rise' }],
  [{ subject: 'the Smith' }, { kind: 'ambiguous-name', column: 'subject', slugs: ['anna', 'bo'] }],
  [{ subject: 'BO' }, { kind: 'ambiguous-name', column: 'subject', slugs: ['bo', 'little-bo'] }],
  [{ predicate: 'flew_to' }, { kind: 'unknown-predicate', text: 'flew_to', nearest: null }],
  [{ predicate: 'Based At' }, { kind: 'unknown-predicate', nearest: 'based_at' }],
  [{ predicate: 'held_by' }, { kind: 'unknown-predicate', nearest: 'holds_position' }],
  [{ continuity: 'elsewhere' }, { kind: 'unknown-continuity', text: 'elsewhere' }],
  [{ value_kind: 'number' }, { kind: 'not-one-of', column: 'value_kind', text: 'number' }],
  [{ modality: 'sung' }, { kind: 'not-one-of', column: 'modality', text: 'sung' }],
  [
    { date: '2371', date_kind: 'sometime' },
    { kind: 'not-one-of', column: 'date_kind', text: 'sometime' },
  ],
  [
    { predicate: 'count_of', value: 'many' },
    { kind: 'not-a-quantity', text: 'many' },
  ],
  [
    { predicate: 'existed', value: 'perhaps' },
    { kind: 'not-yes-or-no', text: 'perhaps' },
  ],
  [{ qualifiers: 'role' }, { kind: 'bad-qualifier', text: 'role' }],
  [{ qualifiers: 'role=' }, { kind: 'bad-qualifier', text: 'role=' }],
  [{ qualifiers: '=major' }, { kind: 'bad-qualifier', text: '=major' }],
  [
    { predicate: 'outcome', value: LONG },
    { kind: 'too-long', column: 'value', most: LONGEST_TEXT },
  ],
  [{ statement: LONG }, { kind: 'too-long', column: 'statement', most: LONGEST_TEXT }],
  [{ qualifiers: `role=${LONG}` }, { kind: 'too-long', column: 'qualifiers', most: LONGEST_TEXT }],
  [{ subject: 'x'.repeat(201) }, { kind: 'too-long', column: 'subject', most: 200 }],
  [{ key: 'k'.repeat(201) }, { kind: 'too-long', column: 'key', most: 200 }],
  [
    { work: 'Song', locator: 'a|b' },
    { kind: 'too-many-locators', works: 1, locators: 2 },
  ],
  [{ locator: 'page 4' }, { kind: 'too-many-locators', works: 0, locators: 1 }],
];

describe('a row that cannot be taken', () => {
  it.each(FAULTS)('%j', (cells, fault) => {
    expect(faults(cells)).toEqual([expect.objectContaining(fault)]);
  });

  it('names all its faults at once', () => {
    const kinds = faults({ subject: 'Hanna', value: '', modality: 'sung', continuity: 'x', qualifiers: 'role' }).map(
      (fault) => fault.kind,
    );
    expect(kinds.sort()).toEqual(['bad-qualifier', 'missing', 'not-one-of', 'unknown-continuity', 'unknown-name']);
  });
});

describe('a name in a row', () => {
  it.each([
    ['little-bo', 'little-bo'],
    ['Anna', 'anna'],
    ['ANNA', 'anna'],
    ['annie', 'anna'],
    ['Bo', 'bo'],
    ['Qonos', 'qonos'],
    ["Qo'noS", 'qonos'],
    ['Fall of Ardent', 'fall-of-ardent'],
    ['The Fall of Ardent', 'the-fall-of-ardent'],
    ['the fall of ardent', 'the-fall-of-ardent'],
  ])('“%s” means %s', (text, slug) => {
    const { subject } = taken({ subject: text });
    expect(subject.kind === 'known' ? subject.entity.slug : 'new').toBe(slug);
  });

  it('of a work is looked for among the works alone', () => {
    const { works } = taken({ work: 'Leaf' });
    expect(works).toMatchObject([{ work: { kind: 'known', entity: { kind: 'work', name: 'Leaf' } } }]);
  });

  it('that is unknown is made with the kind its place in the row tells, where that is allowed', () => {
    const canCreate = true;
    expect(taken({ subject: 'Cy', predicate: 'born', value: '2371' }, { canCreate }).subject).toEqual({
      kind: 'new',
      name: 'Cy',
      as: 'person',
    });
    expect(taken({ predicate: 'holds_position', value: 'Reeve' }, { canCreate }).value).toMatchObject({
      object: { kind: 'new', name: 'Reeve', as: 'office' },
    });
    expect(taken({ work: 'Ballad' }, { canCreate }).works).toMatchObject([{ work: { kind: 'new', as: 'work' } }]);
    expect(taken({ continuity: 'new-one' }, { canCreate }).continuity).toBe('new-one');
  });

  it('that may mean two is never made anew', () => {
    expect(resolveReference('the smith', 'subject', book.references, { canCreate: true, as: 'person' })).toMatchObject({
      ok: false,
      problem: { kind: 'ambiguous-name' },
    });
  });
});

describe('a value', () => {
  it.each([
    [
      { predicate: 'existed', value: 'Yes' },
      { kind: 'yesno', yes: true },
    ],
    [
      { predicate: 'existed', value: 'no' },
      { kind: 'yesno', yes: false },
    ],
    [
      { predicate: 'existed', value: 'false' },
      { kind: 'yesno', yes: false },
    ],
    [
      { predicate: 'outcome', value: ' a draw ' },
      { kind: 'text', text: 'a draw' },
    ],
    [
      { predicate: 'count_of', value: '12 ships' },
      { kind: 'quantity', low: 12, high: 12, text: '12 ships' },
    ],
    [{ value_kind: 'unknown', value: 'whatever' }, { kind: 'unknown' }],
    [{ value_kind: 'none', value: '' }, { kind: 'none' }],
    [
      { value_kind: 'TEXT', value: 'somewhere warm' },
      { kind: 'text', text: 'somewhere warm' },
    ],
    [
      { predicate: 'outcome', value: 'Anna', value_kind: 'entity' },
      { kind: 'entity', object: { kind: 'known' } },
    ],
    [{ predicate: 'born', value: '2371' }, { kind: 'date' }],
  ] as const)('%j', (cells, value) => {
    expect(taken(cells).value).toMatchObject(value);
  });

  it('that is a quantity gives its noun to the qualifier `what`, unless that is given', () => {
    expect(taken({ predicate: 'count_of', value: '12 ships' }).qualifiers).toMatchObject([
      { name: 'what', text: 'ships' },
    ]);
    expect(taken({ predicate: 'count_of', value: '12 ships', qualifiers: 'what=hulls' }).qualifiers).toMatchObject([
      { name: 'what', text: 'hulls' },
    ]);
  });
});

describe('a date', () => {
  it.each([
    [{ date: '2371' }, '2371', 'state'],
    [{ date: '2371~' }, '2371~', 'state'],
    [{ date: '/0837' }, '/0837', 'state'],
    [{ date: '3162/..' }, '3162/..', 'state'],
    [{ date: '[..0900]' }, '[..0900]', 'state'],
    [{ date: '2371', end: '2375' }, '2371/2375', 'state'],
    [{ date: '2371', date_kind: 'asof' }, '2371', 'asof'],
    [{ date: '2371', date_kind: 'Point' }, '2371', 'point'],
    [{ predicate: 'captured', value: 'Bo', date: '2371' }, '2371', 'point'],
    [{ predicate: 'born', value: '2371' }, '2371', 'point'],
    [{}, null, 'none'],
  ] as const)('%j', (cells, date, dateKind) => {
    expect(taken(cells)).toMatchObject({ date, dateKind, notes: [] });
  });

  it('that does not parse is kept as text, and said so', () => {
    expect(taken({ date: 'EF 10ish', end: 'later' })).toMatchObject({
      date: 'EF 10ish/later',
      bounds: { sLo: null, sHi: null, eLo: null, eHi: null },
      notes: [{ kind: 'date-kept-as-text', text: 'EF 10ish/later' }],
    });
    expect(taken({ predicate: 'born', value: 'long ago' })).toMatchObject({
      date: 'long ago',
      value: { kind: 'date' },
      notes: [{ kind: 'date-kept-as-text' }],
    });
  });

  it('beside a value that is the date is not used, and that is said', () => {
    expect(taken({ predicate: 'born', value: '2371', date: '2372' })).toMatchObject({
      date: '2371',
      notes: [{ kind: 'date-beside-value', text: '2372' }],
    });
  });

  it('“as of” without a date is the account’s own present', () => {
    const asOf = taken({ date_kind: 'asof' });
    expect(asOf).toMatchObject({ date: null, dateKind: 'asof' });
    expect(asOf.bounds).toEqual(taken({ date: '2372', date_kind: 'asof' }).bounds);
    const timeless = { ...intake.account, now: null };
    expect(taken({ date_kind: 'asof' }, { account: timeless }).bounds).toEqual({
      sLo: null,
      sHi: null,
      eLo: null,
      eHi: null,
    });
  });
});

describe('works and qualifiers', () => {
  it('pairs works and locators by their place', () => {
    expect(taken({ work: 'Song|Rolls', locator: '|leaf 4' }).works).toMatchObject([
      { work: { entity: { name: 'Song' } }, locator: '' },
      { work: { entity: { name: 'Rolls' } }, locator: 'leaf 4' },
    ]);
    expect(taken({ work: 'Song|Rolls', locator: 'page 2' }).works.map(({ locator }) => locator)).toEqual([
      'page 2',
      '',
    ]);
  });

  it('keeps a gap in the list of works from moving the locators', () => {
    expect(faults({ work: 'Song||Rolls', locator: 'a||c' })).toEqual([]);
    expect(taken({ work: 'Song||Rolls', locator: 'a||c' }).works.map(({ locator }) => locator)).toEqual(['a', 'c']);
  });

  it('resolves what names a thing and keeps words as words', () => {
    expect(
      taken({ qualifiers: 'office=Warden|role=Anna|side=Bo|with=some friends|note=a = b' }).qualifiers,
    ).toMatchObject([
      { name: 'office', entity: { kind: 'known' } },
      { name: 'role', text: 'Anna', entity: null },
      { name: 'side', entity: { kind: 'known' } },
      { name: 'with', text: 'some friends', entity: null },
      { name: 'note', text: 'a = b', entity: null },
    ]);
  });
});
