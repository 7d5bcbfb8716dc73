import type { AccountId, EntityId } from './ids.ts';

export type ImportedKind = 'claim' | 'passage' | 'suggestion';

/** Something an earlier import of the account brought. */
export interface Imported {
  readonly what: ImportedKind;
  readonly id: number;
  readonly slot: number;
  /** The last import it was in. */
  readonly run: number;
  /** `undone`: an undo took it away, so it may come again. `gone`: somebody decided so, and that stands. */
  readonly state: 'live' | 'undone' | 'gone';
}

/** What each import of an account brought, so that a newer version replaces what changed and nothing else. */
export interface ImportLedger {
  /** The number of the import that begins now: one above the last of the account. */
  nextRun(account: AccountId): number;
  find(account: AccountId, digest: number): Imported | undefined;
  note(account: AccountId, entry: { digest: number; slot: number; what: ImportedKind; id: number; run: number }): void;
  /** Says that it was there again in this run. */
  seen(account: AccountId, digest: number, run: number): void;
  /** What earlier imports brought and this one did not; and what this one brought in the same slot first, if anything. */
  unseen(
    account: AccountId,
    run: number,
  ): readonly (Imported & { readonly digest: number; readonly successor: number | null })[];
  /** Keeps how a template or table is read; stays when an import is undone. */
  keepRule(name: string, rule: unknown): void;
  forget(account: AccountId, digest: number): void;
  /** The entity a page or row was about last time. */
  entity(account: AccountId, ref: string): EntityId | undefined;
  noteEntity(account: AccountId, ref: string, entity: EntityId): void;
}
