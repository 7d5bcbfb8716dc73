import type { FactTarget } from '../../src/edit/facts/fact-target.ts';
import { stock } from '../../src/edit/pack/stock.ts';
import type { QueueTarget } from '../../src/edit/suggest.ts';
import type { ClaimCells } from '../../src/lore/intake/claim-columns.ts';
import type { Level, Standing } from '../../src/lore/permission.ts';
import type { Actor } from '../../src/lore/writer.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Chance } from '../bench/seeded.ts';
import type { Intent } from './told.ts';

/** Where the editor sits: the one lorebook, its luck, and the names it knows. */
export interface Desk {
  readonly lorebook: Lorebook;
  readonly luck: Chance;
  /** Folder for files that are imported. */
  readonly folder: string;
}

/** One edit about to be made; `work` gives the number that acknowledges it, null where nothing was to come of it. */
export interface Step {
  readonly intent: Intent;
  readonly work: () => number | null;
}

/** Makes a step of one kind; null where it cannot be done just now. */
export type Maker = (desk: Desk, token: string) => Step | null;

export const EDITOR: Actor = { ref: 'editor', name: 'Editor' };
export const PEOPLE: readonly string[] = Array.from({ length: 80 }, (_, n) => `Person ${n}`);
export const OFFICES: readonly string[] = Array.from({ length: 30 }, (_, n) => `Office ${n}`);
/** Only batches speak of them: what is merged away cannot be named any more. */
export const TOWN: readonly string[] = Array.from({ length: 550 }, (_, n) => `Townsman ${n}`);
export const WORK = 'Rolls of the Harbour';
export const ACCOUNTS: readonly string[] = ['The harbour log', 'The ballads', 'The letters'];
export const TIMELINES: readonly string[] = ['main', 'drowned', 'risen'];

/** Fills the lorebook with the things that are spoken of: an undo that took one away could leave namesakes behind. */
export function begin(lorebook: Lorebook, empty: Pack): void {
  const pack: Pack = {
    ...empty,
    head: {
      ...empty.head,
      continuities: TIMELINES.map((slug) => ({
        slug,
        name: `${slug} timeline`,
        parent: slug === 'main' ? null : 'main',
        branch: null,
        tier: 0,
      })),
    },
    entities: [...PEOPLE, ...OFFICES, ...TOWN].map((name, row) => ({
      place: { file: 'entities', row },
      value: { name, kind: name.startsWith('Office') ? 'office' : 'person', aliases: [] },
    })),
    works: [{ place: { file: 'works', row: 0 }, value: { title: WORK, kind: 'ledger', tier: 0 } }],
  };
  stock(lorebook, pack, EDITOR, Date.now());
}

export function standing(actor: Actor = EDITOR, level: Level = 'admin'): Standing {
  return { actor, level, isOwnOnly: false };
}

/** Where somebody edits; what they say without an account is their own statement. */
export function target({ lorebook }: Desk, actor: Actor = EDITOR): FactTarget & QueueTarget {
  return {
    ...lorebook,
    by: standing(actor),
    at: Date.now(),
    speaker: { actor, title: `${actor.name}, own statement` },
  };
}

/** Few people and few years, so that findings open and close all the time. */
export function cells({ luck: { below, pick } }: Desk, text: string, subject: string = pick(PEOPLE)): ClaimCells {
  const common = { subject, work: WORK, qualifiers: 'manner=told', statement: text };
  const year = String(1200 + below(60));
  if (!subject.startsWith('Town') && below(4) === 0) {
    return { ...common, predicate: 'holds_position', value: pick(OFFICES), date: `${year}/1265` };
  }
  return { ...common, predicate: pick(['born', 'died']), value: year };
}

export function lastEdit({ lorebook }: Desk): number {
  return lorebook.log.edits({ limit: 1 })[0]?.id ?? 0;
}

/** What chance chose could not be done as things stood: it must leave no trace, as one that a kill cut off. */
export class Refused extends Error {}

/** A step that is one edit of the log. */
export function edit(
  desk: Desk,
  token: string,
  { kind, op, hasText = true, parts = {}, draft }: Shape,
  work: () => { readonly ok: boolean },
): Step {
  const intent = { token, kind, shape: 'edit', op, hasText, parts, ...(draft === undefined ? {} : { draft }) } as const;
  return {
    intent,
    work: () => {
      const done = work();
      if (!done.ok) throw new Refused(`${JSON.stringify(intent)}: ${JSON.stringify(done)}`);
      return lastEdit(desk);
    },
  };
}

interface Shape {
  readonly kind: string;
  readonly op: string;
  readonly hasText?: boolean;
  readonly parts?: Readonly<Record<string, number>>;
  readonly draft?: string;
}
