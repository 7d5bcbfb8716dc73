import type { Finding } from '../../lore/finding.ts';
import type { ClaimId, EditId, FindingId } from '../../lore/ids.ts';
import type { Ruling, RulingKind } from '../../lore/ruling.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

const INSERT = `INSERT INTO ruling(finding_id, kind, claim_id, note, sides, at, actor_id, edit_id)
  SELECT ?, ?, ?, ?, ?, edit.at, edit.actor_id, edit.id FROM edit WHERE edit.id = ?`;
const COLUMNS = `ruling.id, ruling.finding_id, ruling.kind, ruling.claim_id, ruling.note, ruling.sides, ruling.at,
  actor.name AS actor_name, ruling.edit_id`;
const STANDING = `SELECT ${COLUMNS} FROM ruling JOIN actor ON actor.id = ruling.actor_id
  WHERE ruling.finding_id = ? AND ruling.revoked_by IS NULL ORDER BY ruling.id DESC LIMIT 1`;
const STANDING_ON = `SELECT ${COLUMNS} FROM json_each(?) AS wanted CROSS JOIN ruling ON ruling.finding_id = wanted.value
  JOIN actor ON actor.id = ruling.actor_id WHERE ruling.revoked_by IS NULL ORDER BY ruling.id`;

interface Row {
  readonly id: number;
  readonly finding_id: string;
  readonly kind: RulingKind;
  readonly claim_id: number | null;
  readonly note: string;
  readonly sides: string;
  readonly at: number;
  readonly actor_name: string;
  readonly edit_id: number;
}

/** Keeps a ruling on a finding; `edit` is its row of the audit log, which says who ruled and when. */
export function addRuling(
  database: Database,
  finding: Finding,
  ruling: { readonly kind: RulingKind; readonly claim: ClaimId | null; readonly note: string },
  edit: EditId,
): number {
  const values = JSON.stringify(finding.values);
  return database.run(INSERT, finding.id, ruling.kind, ruling.claim, ruling.note, values, edit).lastId;
}

/** The last ruling on a finding that was not revoked. */
export function rulingOn(database: Database, finding: FindingId): Ruling | null {
  const row = database.get<Row>(STANDING, finding);
  return row === undefined ? null : toRuling(row);
}

/** The last standing ruling on each of the findings; absent where there is none. */
export function rulingsOn(database: Database, findings: readonly FindingId[]): ReadonlyMap<FindingId, Ruling> {
  if (findings.length === 0) return new Map();
  const rows = database.all<Row>(STANDING_ON, JSON.stringify(findings));
  return new Map(rows.map(toRuling).map((ruling) => [ruling.finding, ruling]));
}

function toRuling(row: Row): Ruling {
  return {
    id: row.id,
    finding: row.finding_id as FindingId,
    kind: row.kind,
    claim: row.claim_id as ClaimId | null,
    note: row.note,
    values: storedJson(row.sides) as string[],
    at: row.at,
    by: row.actor_name,
    edit: row.edit_id as EditId,
  };
}
