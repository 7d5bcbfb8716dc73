import { changesText, didText } from '../../src/documents/facts/history.ts';
import type { Edit } from '../../src/lore/history.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { type Document, fact, type Item, line, small } from '../../src/messages/document.ts';
import { history as words } from '../../src/messages/en/history.ts';
import type { Surroundings } from '../surroundings.ts';
import { speaking } from './speaking.ts';
import { undoButton } from './undoing.ts';

/** Those who edit without anybody of the server doing so. */
const SILENT: ReadonlySet<string> = new Set(['terminal', 'bot']);
/** Edits read at once: an act makes one, seldom more. */
const MOST_AT_ONCE = 100;

export interface FeedParts {
  readonly clock: () => number;
  /** What could not be posted, and why if that is known. */
  readonly failed: (guildId: string, edit: number, error: unknown) => void;
}

/** Called after every act: posts a line for each edit since the last one. */
export type ChangesFeed = (guildId: string, lorebook: Lorebook, around: Surroundings) => void;

/**
 * One line per edit for the recent-changes channel: who, what, before and after, and a button to undo. Every edit made
 * since the start is told once, in order; nobody waits for it.
 */
export function changesFeed({ clock, failed }: FeedParts): ChangesFeed {
  const began = clock();
  const told = new Map<string, Edit>();
  const posting = new Map<string, Promise<void>>();
  return (guildId, lorebook, around) => {
    const channel = lorebook.settings().changes_channel;
    const last = told.get(guildId);
    // A lorebook that was begun anew counts its edits from 1 again.
    const isSame = last !== undefined && lorebook.log.edit(last.id)?.at === last.at;
    const after = isSame ? last.id : 0;
    const fresh = lorebook.log
      .edits({ since: began, limit: MOST_AT_ONCE })
      .filter((edit) => edit.id > after && !SILENT.has(edit.by.ref))
      .reverse();
    const newest = fresh.at(-1);
    if (newest === undefined) return;
    told.set(guildId, newest);
    if (channel === null) return;
    // Read now: the lorebook may be closed by the time the line is sent.
    const lines = fresh.map((edit) => ({ id: edit.id, document: editLine(edit, lorebook) }));
    const before = posting.get(guildId) ?? Promise.resolve();
    posting.set(
      guildId,
      before.then(async () => {
        for (const { id, document } of lines) {
          try {
            if ((await around.post(channel, document)) === null) failed(guildId, id, null);
          } catch (error) {
            failed(guildId, id, error);
          }
        }
      }),
    );
  };
}

function editLine(edit: Edit, lorebook: Lorebook): Document {
  const changes = changesText(edit, speaking({ lorebook }));
  const items: readonly Item[] = changes === '' ? [] : [fact(line(changes))];
  const reason = edit.reason.trim() === '' ? [] : [small(words.why(edit.reason))];
  return {
    tone: 'plain',
    heading: `${words.number(edit.id)} ${didText(edit)}`,
    items,
    closing: reason,
    links: lorebook.log.changes(edit.id).length === 0 ? [] : [undoButton(edit.id)],
  };
}
