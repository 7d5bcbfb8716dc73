import { describe, expect, it } from 'vitest';
import { bestFirst, type Standing } from '../../src/conflict/best-first.ts';
import { independentWitnesses, isCopy } from '../../src/conflict/witnesses.ts';
import type { Claim } from '../../src/lore/claim.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../../src/lore/ids.ts';
import { UNBOUNDED } from '../../src/lore/time/bounds.ts';

function aClaim(id: number, sketch: Partial<Claim> = {}): Claim {
  return {
    id: id as ClaimId,
    key: null,
    account: 1 as AccountId,
    continuity: 1 as ContinuityId,
    subject: 1 as EntityId,
    predicate: 'died' as PredicateId,
    value: { kind: 'date' },
    date: null,
    dateKind: 'point',
    bounds: UNBOUNDED,
    modality: 'asserted',
    statement: '',
    qualifiers: [],
    citations: [],
    ...sketch,
  };
}

const citation = (work: number) => ({ work: work as EntityId, locator: '' });
const PLAIN: Standing = { preferred: new Set(), continuity: null, tierOfWork: () => 0, tierOfAccount: () => 0 };
const orderOf = (claims: readonly Claim[], standing: Standing = PLAIN) =>
  bestFirst(claims, standing).map(({ id }) => id);

describe('bestFirst', () => {
  it('puts the claim a ruling prefers before everything else', () => {
    const standing = {
      ...PLAIN,
      preferred: new Set([2 as ClaimId]),
      tierOfWork: (claim: Claim) => (claim.id === 1 ? 9 : 0),
    };
    expect(orderOf([aClaim(1), aClaim(2, { modality: 'hedged' })], standing)).toEqual([2, 1]);
  });
  it('puts the timeline asked for before tiers', () => {
    const standing = {
      ...PLAIN,
      continuity: 2 as ContinuityId,
      tierOfWork: (claim: Claim) => (claim.id === 1 ? 9 : 0),
    };
    expect(orderOf([aClaim(1), aClaim(2, { continuity: 2 as ContinuityId })], standing)).toEqual([2, 1]);
  });
  it('puts the tier of the work before that of the account', () => {
    const standing = {
      ...PLAIN,
      tierOfWork: (claim: Claim) => (claim.id === 2 ? 1 : 0),
      tierOfAccount: (claim: Claim) => (claim.id === 1 ? 5 : 0),
    };
    expect(orderOf([aClaim(1), aClaim(2)], standing)).toEqual([2, 1]);
  });
  it('puts asserted before hedged, cited before uncited, the narrower date first', () => {
    const year = { sLo: 0, sHi: 364, eLo: 0, eHi: 364 };
    const claims = [
      aClaim(1, { modality: 'hedged', citations: [citation(9)] }),
      aClaim(2),
      aClaim(3, { bounds: year }),
      aClaim(4, { citations: [citation(9)] }),
    ];
    expect(orderOf(claims)).toEqual([4, 3, 2, 1]);
  });
  it('keeps the losing account', () => {
    expect(orderOf([aClaim(1), aClaim(2, { modality: 'hedged' })])).toHaveLength(2);
  });
});

const LONG = 'In the spring of that year the whole garrison of the ford laid down its arms before the League';
const by = (account: number): Partial<Claim> => ({ account: account as AccountId });
const noCopies = () => null;

describe('independentWitnesses', () => {
  it('counts an account that copies another once', () => {
    const copyOf = (account: AccountId) => (account === 2 ? (1 as AccountId) : null);
    const { accounts, independent } = independentWitnesses(
      [aClaim(1, by(1)), aClaim(2, by(2)), aClaim(3, by(3))],
      copyOf,
    );
    expect([accounts, independent]).toEqual([3, 2]);
  });
  it('counts a copied sentence once', () => {
    const claims = [aClaim(1, { ...by(1), statement: LONG }), aClaim(2, { ...by(2), statement: `${LONG}.` })];
    expect(independentWitnesses(claims, noCopies).independent).toBe(1);
  });
  it('takes a short sentence for no copy', () => {
    const claims = [
      aClaim(1, { ...by(1), statement: 'She died in 440.' }),
      aClaim(2, { ...by(2), statement: 'She died in 440.' }),
    ];
    expect(independentWitnesses(claims, noCopies).independent).toBe(2);
  });
  it('takes other words for no copy', () => {
    expect(
      isCopy(LONG, 'When the snow had gone the men who held the crossing gave themselves up to the men of the League'),
    ).toBe(false);
  });
  it('ends at accounts that copy each other', () => {
    const copyOf = (account: AccountId) => (account === 1 ? (2 as AccountId) : (1 as AccountId));
    expect(independentWitnesses([aClaim(1, by(1)), aClaim(2, by(2))], copyOf).accounts).toBe(2);
  });
});
