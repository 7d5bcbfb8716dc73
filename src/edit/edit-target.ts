import type { EditLog } from '../lore/history.ts';
import { type Deed, type Refusal, refusal, type Standing } from '../lore/permission.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { References } from '../lore/references.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { LoreWriter } from '../lore/writer.ts';

/** Where an edit is made, by whom, and when. */
export interface EditTarget {
  readonly read: LoreReader;
  readonly write: LoreWriter;
  readonly references: References;
  readonly log: EditLog;
  readonly by: Standing;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** True where a ruling takes two keepers, and its end does so, too. */
  readonly rulesByTwo?: boolean;
}

/** The gate every use case passes first, however it was reached. */
export function gate(target: Pick<EditTarget, 'by'>, deed: Deed, owner?: string | null): Result<void, Refusal> {
  const refused = refusal(target.by, deed, owner);
  return refused === null ? ok(undefined) : fail(refused);
}
