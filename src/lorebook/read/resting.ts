import type { AccountId, EntityId } from '../../lore/ids.ts';
import type { Resting } from '../../lore/reader.ts';
import type { Database } from '../database.ts';

const ON_WORK = `SELECT COUNT(DISTINCT claim.id) AS n FROM citation
  JOIN claim ON claim.id = citation.claim_id WHERE citation.work_id = ? AND claim.retracted_by IS NULL`;
const ON_WORK_ALONE = `${ON_WORK}
  AND NOT EXISTS (SELECT 1 FROM citation AS other WHERE other.claim_id = claim.id AND other.work_id <> citation.work_id)`;
const ON_ACCOUNT = 'SELECT COUNT(*) AS n FROM claim WHERE account_id = ? AND retracted_by IS NULL';
const ON_ACCOUNT_ALONE = `${ON_ACCOUNT} AND NOT EXISTS (
    SELECT 1 FROM claim AS other
    WHERE other.subject_id = claim.subject_id AND other.predicate_id = claim.predicate_id
      AND other.account_id <> claim.account_id AND other.retracted_by IS NULL
      AND other.value_kind = claim.value_kind AND other.object_id IS claim.object_id AND other.text IS claim.text
      AND (claim.value_kind <> 'date' OR other.date IS claim.date)
  )`;

/** How much rests on a source, and how much on it alone. */
export function restingReader(database: Database) {
  const count = (sql: string, id: number): number => database.get<{ n: number }>(sql, id)?.n ?? 0;
  return {
    restingOnWork: (work: EntityId): Resting => ({ claims: count(ON_WORK, work), alone: count(ON_WORK_ALONE, work) }),
    restingOnAccount: (account: AccountId): Resting => ({
      claims: count(ON_ACCOUNT, account),
      alone: count(ON_ACCOUNT_ALONE, account),
    }),
  };
}
