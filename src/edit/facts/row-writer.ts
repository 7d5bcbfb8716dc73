import type { Account } from '../../lore/account.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { makeContinuity } from '../make-continuity.ts';
import type { RowWriter } from '../write-row.ts';
import type { FactTarget } from './fact-target.ts';
import { withHandles } from './typed-references.ts';

/** What writing one typed fact needs. */
export function rowWriterFor(target: FactTarget, session: WriteSession, account: Account): RowWriter {
  const { read } = target;
  const references = withHandles(target.references, read);
  return {
    session,
    references,
    account,
    continuityOf: (slug) =>
      read.continuities.bySlug(slug)?.id ?? makeContinuity(slug, session, references, read.continuities).id,
    workContinuity: (work) => read.work(work)?.continuity ?? null,
    home: read.continuities.home.id,
  };
}
