import type { Account } from '../lore/account.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import type { AccountId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import { claimsAbout } from './about.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';
import { accountCalled } from './sources.ts';

/** What two accounts say of one thing differently: the facts of either side. */
export interface Difference {
  readonly a: readonly Fact[];
  readonly b: readonly Fact[];
}

export type Comparison =
  | {
      readonly status: 'answered';
      readonly about: Entity;
      readonly corrected: Corrected | null;
      readonly a: Account;
      readonly b: Account;
      readonly agree: readonly Fact[];
      readonly differ: readonly Difference[];
      readonly onlyA: readonly Fact[];
      readonly onlyB: readonly Fact[];
    }
  | { readonly status: 'unknown-account'; readonly typed: string; readonly known: readonly Account[] }
  | { readonly status: 'same-account'; readonly account: Account }
  | { readonly status: 'not-recorded'; readonly typed: string; readonly nearest: readonly Entity[] }
  | {
      readonly status: 'ambiguous';
      readonly typed: string;
      readonly a: Account;
      readonly b: Account;
      readonly readings: readonly Reading[];
    };

/** Two accounts beside each other on one entity: what both say, where they differ, what only one says. */
export function compare(reader: LoreReader, typed: string, typedA: string, typedB: string): Comparison {
  const a = accountCalled(reader, typedA);
  const b = accountCalled(reader, typedB);
  if (a === undefined) return { status: 'unknown-account', typed: typedA, known: reader.accounts };
  if (b === undefined) return { status: 'unknown-account', typed: typedB, known: reader.accounts };
  if (a.id === b.id) return { status: 'same-account', account: a };
  const named = resolveName(reader, typed);
  if (named.kind === 'several')
    return { status: 'ambiguous', typed, a, b, readings: readingsOf(reader, named.entities) };
  if (named.kind === 'none') return { status: 'not-recorded', typed, nearest: named.nearest };
  const claims = claimsAbout(reader, named.entity.id).filter(({ account }) => account === a.id || account === b.id);
  const facts = factsOf(reader, claims);
  const differ = differences(reader, facts, a.id, b.id);
  const told = new Set(differ.flatMap((one) => [...one.a, ...one.b]));
  const rest = facts.filter((fact) => !told.has(fact));
  return {
    status: 'answered',
    about: named.entity,
    corrected: named.corrected === null ? null : { typed, read: named.corrected },
    a,
    b,
    agree: rest.filter((fact) => isOf(fact, a.id) && isOf(fact, b.id)),
    differ,
    onlyA: rest.filter((fact) => !isOf(fact, b.id)),
    onlyB: rest.filter((fact) => !isOf(fact, a.id)),
  };
}

function isOf(fact: Fact, account: AccountId): boolean {
  return fact.claims.some((claim) => claim.account === account);
}

/** Facts on one question that one side answers otherwise than the other. */
function differences(reader: LoreReader, facts: readonly Fact[], a: AccountId, b: AccountId): readonly Difference[] {
  const questions = Map.groupBy(facts, ({ lead }) => questionOf(reader, lead));
  return [...questions].flatMap(([question, some]): Difference[] => {
    if (question === null) return [];
    const ofA = some.filter((fact) => isOf(fact, a) && !isOf(fact, b));
    const ofB = some.filter((fact) => isOf(fact, b) && !isOf(fact, a));
    return ofA.length > 0 && ofB.length > 0 ? [{ a: ofA, b: ofB }] : [];
  });
}

/** What has one answer at a time; null for a predicate of which many hold at once. */
function questionOf(reader: LoreReader, claim: Claim): string | null {
  const predicate = reader.predicates.get(claim.predicate);
  if (predicate === undefined) return null;
  const hasObject = predicate.key.includes('object');
  if (predicate.cardinality === 'n' && !hasObject && claim.modality !== 'characterisation') return null;
  const object = hasObject && claim.value.kind === 'entity' ? claim.value.entity : '';
  const subject = predicate.cardinality === '1o@t' ? '' : claim.subject;
  const details = claim.qualifiers
    .filter(({ name }) => predicate.key.includes(name))
    .map(({ name, entity, text }) => `${name}=${entity ?? text}`)
    .sort();
  return JSON.stringify([claim.continuity, subject, claim.predicate, object, details]);
}
