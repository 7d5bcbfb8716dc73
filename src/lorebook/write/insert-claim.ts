import type { ClaimId } from '../../lore/ids.ts';
import type { NewClaim } from '../../lore/writer.ts';
import type { Database } from '../database.ts';

const CLAIM = `INSERT INTO claim(account_id, key, continuity_id, subject_id, predicate_id, value_kind, object_id, text,
  low, high, date, date_kind, s_lo, s_hi, e_lo, e_hi, first_day, last_day, modality, statement)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const QUALIFIER = 'INSERT INTO qualifier(claim_id, position, name, entity_id, text) VALUES (?, ?, ?, ?, ?)';
const CITATION = 'INSERT INTO citation(claim_id, position, work_id, locator) VALUES (?, ?, ?, ?)';

/** Writes a claim with its details and citations. */
export function insertClaim(database: Database, claim: NewClaim): ClaimId {
  const { value, bounds, extent } = claim;
  const { lastId: id } = database.run(
    CLAIM,
    claim.account,
    claim.key,
    claim.continuity,
    claim.subject,
    claim.predicate,
    value.kind,
    value.kind === 'entity' ? value.entity : null,
    textOf(claim),
    value.kind === 'quantity' ? value.low : null,
    value.kind === 'quantity' ? value.high : null,
    claim.date,
    claim.dateKind,
    bounds.sLo,
    bounds.sHi,
    bounds.eLo,
    bounds.eHi,
    extent.first ?? extent.last,
    extent.last,
    claim.modality,
    claim.statement,
  );
  for (const [position, qualifier] of claim.qualifiers.entries()) {
    database.run(QUALIFIER, id, position, qualifier.name, qualifier.entity, qualifier.text);
  }
  for (const [position, citation] of claim.citations.entries()) {
    database.run(CITATION, id, position, citation.work, citation.locator);
  }
  return id as ClaimId;
}

function textOf({ value }: NewClaim): string | null {
  if (value.kind === 'text' || value.kind === 'quantity') return value.text;
  if (value.kind === 'yesno') return value.yes ? 'yes' : 'no';
  return null;
}
