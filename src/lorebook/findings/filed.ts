import type { Breach } from '../../conflict/breach.ts';
import { deeper } from '../../conflict/order/search.ts';
import type { Source } from '../../conflict/source.ts';
import { valueText } from '../../conflict/values.ts';
import type { World } from '../../conflict/world.ts';
import type { Severity } from '../../lore/finding.ts';
import { slugOf } from '../../lore/fold.ts';
import type { ClaimId, ContinuityId, EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';

const INSERT = 'INSERT INTO filed_conflict(title, why, severity, edit_id) VALUES (?, ?, ?, ?)';
const CLAIM = 'INSERT INTO filed_conflict_claim(filed_id, position, claim_id) VALUES (?, ?, ?)';
const ALL = 'SELECT id, title, why, severity FROM filed_conflict WHERE withdrawn_by IS NULL ORDER BY id';
const ONE = 'SELECT id, title, why, severity FROM filed_conflict WHERE id = ? AND withdrawn_by IS NULL';
const CLAIMS = 'SELECT claim_id AS claim FROM filed_conflict_claim WHERE filed_id = ? ORDER BY position';
const OF_CLAIM = 'SELECT DISTINCT filed_id AS id FROM filed_conflict_claim WHERE claim_id = ?';

/** A conflict that a keeper filed over chosen claims, where no rule can see it. */
export interface FiledConflict {
  readonly id: number;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly claims: readonly ClaimId[];
}

/** Files a conflict by hand; `refreshFindings` must follow in the same transaction, with the id among `filed`. */
export function fileConflict(
  database: Database,
  filed: Omit<FiledConflict, 'id' | 'severity'> & { readonly severity?: Severity },
  edit: EditId | null,
): number {
  const { lastId: id } = database.run(INSERT, filed.title, filed.why, filed.severity ?? 3, edit);
  for (const [position, claim] of [...new Set(filed.claims)].entries()) database.run(CLAIM, id, position, claim);
  return id;
}

type Row = Omit<FiledConflict, 'claims'>;

/** All filed conflicts that were not withdrawn. */
export function filedConflicts(database: Database): readonly FiledConflict[] {
  return database.all<Row>(ALL).map((row) => withClaims(database, row));
}

/** A filed conflict; undefined where it was withdrawn. */
export function filedConflict(database: Database, id: number): FiledConflict | undefined {
  const row = database.get<Row>(ONE, id);
  return row === undefined ? undefined : withClaims(database, row);
}

/** The filed conflicts in which a claim stands, withdrawn ones too. */
export function filedOfClaim(database: Database, claim: ClaimId): readonly number[] {
  return database.all<{ id: number }>(OF_CLAIM, claim).map((row) => row.id);
}

function withClaims(database: Database, row: Row): FiledConflict {
  return { ...row, claims: database.all<{ claim: ClaimId }>(CLAIMS, row.id).map(({ claim }) => claim) };
}

/** The corner that a filed conflict is kept in. */
export function filedCorner(id: number): string {
  return `m|${id}`;
}

/**
 * A filed conflict as a breach. Its class follows from its claims: in one timeline a conflict, across timelines a
 * divergence. Retracted claims drop out; with fewer than two left there is nothing to show.
 */
export function filedBreach(world: World, source: Source, filed: FiledConflict): Breach | null {
  const facts = filed.claims.flatMap((id) => source.fact(id) ?? []);
  const first = facts[0];
  if (first === undefined || facts.length < 2) return null;
  const isOne = facts.every((fact) => fact.continuity === first.continuity);
  return {
    rule: 'manual',
    class: isOne ? 'conflict' : 'divergence',
    severity: filed.severity,
    continuity: facts.reduce<ContinuityId>((at, fact) => deeper(world, at, fact.continuity) ?? at, first.continuity),
    subject: first.subject,
    predicate: first.predicate,
    key: slugOf(filed.title),
    sides: facts.map((fact) => ({ value: `${fact.predicate}${valueText(world, fact)}`, claims: [fact.id] })),
    explanation: facts.map((fact) => fact.id).sort((a, b) => a - b),
    slots: [],
    detail: { title: filed.title, why: filed.why, filed: filed.id },
  };
}
