import type { Account, Work } from '../lore/account.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { fold } from '../lore/fold.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';

export interface SourceSummary {
  readonly source:
    | { readonly kind: 'work'; readonly work: Work }
    | { readonly kind: 'account'; readonly account: Account };
  readonly claims: number;
  /** Claims that no other work is cited for, or that no other account makes. */
  readonly alone: number;
  readonly released: Claim | null;
}

export type Sources =
  | { readonly status: 'list'; readonly sources: readonly SourceSummary[] }
  | {
      readonly status: 'one';
      readonly summary: SourceSummary;
      readonly corrected: Corrected | null;
      /** Works the account cites, or accounts that cite the work. */
      readonly beside: readonly string[];
      /** What is said of the work itself (release, author, timeline). */
      readonly about: readonly Fact[];
      readonly facts: readonly Fact[];
    }
  | { readonly status: 'not-recorded'; readonly typed: string; readonly nearest: readonly Entity[] }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

/** More than a card's pages can hold; what is beyond is counted, not listed. */
export const MOST_SOURCE_CLAIMS = 2000;

/** Works and accounts: what each says, when it was released, and how much rests on it alone. */
export function sources(reader: LoreReader, typed: string | undefined): Sources {
  if (typed === undefined || typed.trim() === '') {
    const accounts = reader.accounts.map((account) => summaryOfAccount(reader, account));
    const works = reader.works().map((work) => summaryOfWork(reader, work));
    if (accounts.length + works.length === 0) return { status: 'not-recorded', typed: '', nearest: [] };
    return { status: 'list', sources: [...accounts, ...works] };
  }
  const account = accountCalled(reader, typed);
  if (account !== undefined) return oneAccount(reader, account);
  const named = resolveName(reader, typed, ['work']);
  if (named.kind === 'several') return { status: 'ambiguous', typed, readings: readingsOf(reader, named.entities) };
  const work = named.kind === 'one' ? reader.work(named.entity.id) : undefined;
  if (work === undefined) {
    return { status: 'not-recorded', typed, nearest: named.kind === 'none' ? named.nearest : [] };
  }
  const corrected = named.kind === 'one' && named.corrected !== null ? { typed, read: named.corrected } : null;
  return oneWork(reader, work, corrected);
}

/** The account of that slug or title, articles aside. */
export function accountCalled(reader: LoreReader, typed: string): Account | undefined {
  const wanted = withoutArticle(fold(typed));
  return (
    reader.accounts.find((account) => account.slug === typed.trim()) ??
    reader.accounts.find((account) => withoutArticle(fold(account.title)) === wanted)
  );
}

function withoutArticle(folded: string): string {
  return folded.replace(/^(the|a|an) /, '');
}

function oneAccount(reader: LoreReader, account: Account): Sources {
  const claims = reader.claimsByAccount(account.id, MOST_SOURCE_CLAIMS);
  const works = new Set(claims.flatMap((claim) => claim.citations.map((citation) => citation.work)));
  return {
    status: 'one',
    summary: summaryOfAccount(reader, account),
    corrected: null,
    beside: [...works].flatMap((work) => reader.work(work)?.title ?? []),
    about: [],
    facts: factsOf(reader, claims),
  };
}

function oneWork(reader: LoreReader, work: Work, corrected: { typed: string; read: string } | null): Sources {
  const claims = reader.claimsByWork(work.entity, MOST_SOURCE_CLAIMS);
  const accounts = new Set(claims.map((claim) => claim.account));
  return {
    status: 'one',
    summary: summaryOfWork(reader, work),
    corrected,
    beside: [...accounts].flatMap((account) => reader.account(account)?.title ?? []),
    about: factsOf(reader, reader.claimsBySubject(work.entity)),
    facts: factsOf(reader, claims),
  };
}

function summaryOfWork(reader: LoreReader, work: Work): SourceSummary {
  const [released] = reader.claimsBySubject(work.entity, 'released');
  return { source: { kind: 'work', work }, ...reader.restingOnWork(work.entity), released: released ?? null };
}

function summaryOfAccount(reader: LoreReader, account: Account): SourceSummary {
  return { source: { kind: 'account', account }, ...reader.restingOnAccount(account.id), released: null };
}
