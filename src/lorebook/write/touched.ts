import type { Change, ChangedKind } from '../../lore/change.ts';
import type { ClaimId, EditId, EntityId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';

/** Tables whose new rows belong to the edit of the transaction that adds them. */
const TABLES: readonly { readonly kind: ChangedKind; readonly table: string }[] = [
  { kind: 'entity', table: 'entity' },
  { kind: 'continuity', table: 'continuity' },
  { kind: 'account', table: 'account' },
  { kind: 'claim', table: 'claim' },
  { kind: 'filed', table: 'filed_conflict' },
  { kind: 'ruling', table: 'ruling' },
  { kind: 'suggestion', table: 'suggestion' },
  { kind: 'passage', table: 'passage' },
];

/** Rows of one table, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * What a transaction touched, for the audit log, the indexes and the findings that must follow it. What is new is
 * everything above the last ids before it began, so that a million new rows need no list.
 */
export interface Touched {
  readonly lastEntityBefore: number;
  readonly lastClaimBefore: number;
  readonly lastBefore: ReadonlyMap<ChangedKind, number>;
  /** Those that were there before: renamed, merged. */
  readonly entities: Set<EntityId>;
  /** Those given one more name, or one fewer: no rule asks what a thing is called. */
  readonly names: Set<EntityId>;
  /** Those that were there before: moved, cited, pointed elsewhere. */
  readonly claims: Set<ClaimId>;
  /** Those that were retracted or restored. */
  readonly claimRanges: Range[];
  /** Passages that were set aside or came back. */
  readonly passageRanges: Range[];
  /** Conflicts filed, withdrawn or restored by hand. */
  readonly filed: number[];
  /** What the edit changed besides adding rows, in order. */
  readonly journal: Change[];
  /** The edits an undo takes back. */
  readonly undone: EditId[];
  /** A timeline, a predicate or an account changed under claims that are there. */
  isFrameChanged: boolean;
  /** Every date has to be put on the axis anew. */
  isCalendarChanged: boolean;
  /** The one edit of the transaction, once it is recorded. */
  edit: EditId | null;
  changes: number;
  /** What is put off to the end of the work, so that many rows cost less each. */
  readonly atEnd: (() => void)[];
}

/** Nothing touched yet: where the tables end before a transaction. */
export function newTouched(database: Database): Touched {
  const lastBefore = new Map(TABLES.map(({ kind, table }) => [kind, lastId(database, table)]));
  return {
    lastEntityBefore: lastBefore.get('entity') ?? 0,
    lastClaimBefore: lastBefore.get('claim') ?? 0,
    lastBefore,
    entities: new Set(),
    names: new Set(),
    claims: new Set(),
    claimRanges: [],
    passageRanges: [],
    filed: [],
    journal: [],
    undone: [],
    isFrameChanged: false,
    isCalendarChanged: false,
    edit: null,
    changes: 0,
    atEnd: [],
  };
}

/** The rows that the transaction added, by kind. */
export function addedRows(database: Database, touched: Touched): readonly Change[] {
  return TABLES.flatMap(({ kind, table }) => {
    const before = touched.lastBefore.get(kind) ?? 0;
    const last = lastId(database, table);
    return last > before ? [{ kind, first: before + 1, last, field: 'added', before: null, after: true }] : [];
  });
}

function lastId(database: Database, table: string): number {
  return database.get<{ id: number | null }>(`SELECT MAX(id) AS id FROM ${table}`)?.id ?? 0;
}
