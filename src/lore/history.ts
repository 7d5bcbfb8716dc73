import type { Change, ChangedKind } from './change.ts';
import type { Claim } from './claim.ts';
import type { ClaimId, EditId, EntityId } from './ids.ts';

/** One row of the audit log, as it is read. */
export interface Edit {
  readonly id: EditId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Key of whoever made it, and the name they go by now. */
  readonly by: { readonly ref: string; readonly name: string };
  readonly op: string;
  readonly target: string;
  /** Plain JSON, as the edit was recorded. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
  /** The edits it took back; empty for anything but an undo. */
  readonly undoes: readonly EditId[];
  /** The undo that took it back and stands; null = it stands itself. */
  readonly undoneBy: EditId | null;
}

export interface EditFilter {
  /** Only those that changed the entity, or what is told of it. */
  readonly about?: EntityId;
  /** Ref of whoever made them. */
  readonly by?: string;
  /** Milliseconds since 1970, included. */
  readonly since?: number;
  readonly limit: number;
  /** How many of the newest are left out. */
  readonly offset?: number;
}

/** The audit log, for those who read it and those who undo. */
export interface EditLog {
  edit(id: number): Edit | undefined;
  /** Newest first. */
  edits(filter: EditFilter): readonly Edit[];
  count(filter: Omit<EditFilter, 'limit' | 'offset'>): number;
  /** Those recorded as done to a thing, newest first. */
  editsOn(target: string, limit: number): readonly Edit[];
  /** A claim as it was told, also where it is retracted. */
  told(claim: number): Claim | undefined;
  /** What a thing is or was called, also where it was set aside or merged away. */
  nameOf(kind: ChangedKind, id: number): string | undefined;
  changes(id: EditId): readonly Change[];
  /** The standing edits made after it that changed what it changed, or use what it made; oldest first, and so on. */
  builtOn(id: EditId): readonly Edit[];
  /** The edit that added a claim; undefined for one that is not there. */
  editOfClaim(claim: ClaimId): Edit | undefined;
  editOfEntity(entity: EntityId): Edit | undefined;
  /** Those who made edits, most recent first. */
  actors(limit: number): readonly { readonly ref: string; readonly name: string }[];
  /** The first edit whose row, changes or link are not as they were written; null = the chain is whole. */
  brokenLink(): EditId | null;
}
