import { findingId } from '../../conflict/finding-id.ts';
import { claimsOf, type Finding, type FindingClass, type Severity } from '../../lore/finding.ts';
import type { ContinuityId, EntityId, FindingId, PredicateId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

export interface FindingRow {
  readonly id: string;
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: number;
  readonly continuity_id: number;
  readonly subject_id: number;
  readonly predicate_id: string;
  readonly key: string;
  readonly body: string;
  readonly digest: number;
}

export const FINDING_COLUMNS = `finding.id, finding.rule, finding.class, finding.severity, finding.continuity_id,
  finding.subject_id, finding.predicate_id, finding.key, finding.body, finding.digest`;

const INSERT = `INSERT INTO finding(id, rule, class, severity, continuity_id, subject_id, predicate_id, key, body,
  digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const CLAIM = 'INSERT INTO finding_claim(claim_id, finding_id) VALUES (?, ?)';
const DELETE = 'DELETE FROM finding WHERE id = ?';
const DIGEST_OF = 'SELECT digest FROM finding WHERE id = ?';

type Body = Pick<Finding, 'sides' | 'values' | 'explanation' | 'detail' | 'notes'>;

export function toFinding(row: FindingRow): Finding {
  return {
    id: row.id as FindingId,
    rule: row.rule,
    class: row.class,
    severity: row.severity as Severity,
    continuity: row.continuity_id as ContinuityId,
    subject: row.subject_id as EntityId,
    predicate: row.predicate_id as PredicateId,
    key: row.key,
    ...(storedJson(row.body) as Body),
  };
}

/** Returns what the row adds to the sum over all findings. */
export function insertFinding(database: Database, finding: Finding): number {
  const { id, rule, severity, continuity, subject, predicate, key } = finding;
  const { sides, values, explanation, detail, notes } = finding;
  const body = JSON.stringify({ sides, values, explanation, detail, notes } satisfies Body);
  const row = { id, rule, class: finding.class, severity, continuity_id: continuity, subject_id: subject };
  const digest = digestOf({ ...row, predicate_id: predicate, key, body });
  database.run(INSERT, id, rule, finding.class, severity, continuity, subject, predicate, key, body, digest);
  for (const claim of claimsOf(finding)) database.run(CLAIM, claim, id);
  return digest;
}

/** Returns what the row had added to the sum, 0 where there was none. */
export function deleteFinding(database: Database, id: FindingId): number {
  const digest = database.get<{ digest: number }>(DIGEST_OF, id)?.digest ?? 0;
  database.run(DELETE, id);
  return digest;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Forty bits of everything the row holds. */
export function digestOf(row: Omit<FindingRow, 'digest'>): number {
  const text = [
    row.id,
    row.rule,
    row.class,
    row.severity,
    row.continuity_id,
    row.subject_id,
    row.predicate_id,
    row.key,
    row.body,
  ].join('\u0000');
  let digest = 0;
  for (const letter of findingId(text)) digest = digest * 32 + LETTERS.indexOf(letter);
  return digest;
}
