import type { LoreReader } from '../../lore/reader.ts';

/** What a reader of prose may ask the lorebook it reads for. An empty lorebook knows nothing, and that is fine. */
export type KnownLore = Pick<
  LoreReader,
  'named' | 'entityBySlug' | 'aliases' | 'works' | 'entity' | 'predicates' | 'continuities' | 'profile'
>;

/** How a page is to be read. */
export interface PageOptions {
  /** Shown in places of reports. */
  readonly file: string;
  /** Title of the page, where its file says one. */
  readonly page?: string;
  /** Slug of the timeline of what is not marked otherwise; null = the lorebook's default. */
  readonly continuity: string | null;
}
