import { describe, expect, it } from 'vitest';
import { independentWitnesses } from '../../src/conflict/witnesses.ts';
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
    const other = 'When the snow had gone the men who held the crossing gave themselves up to the men of the League';
    const claims = [aClaim(1, { ...by(1), statement: LONG }), aClaim(2, { ...by(2), statement: other })];
    expect(independentWitnesses(claims, noCopies).independent).toBe(2);
  });
  it('ends at accounts that copy each other', () => {
    const copyOf = (account: AccountId) => (account === 1 ? (2 as AccountId) : (1 as AccountId));
    expect(independentWitnesses([aClaim(1, by(1)), aClaim(2, by(2))], copyOf).accounts).toBe(2);
  });
});
