import type { DisputeCounts } from '../../lookup/disputes.ts';
import type { Examination, Latency, Speed } from '../../lore/keeping.ts';
import type { Post } from '../../lore/post.ts';
import type { PostingProblem } from '../../lore/posting-problem.ts';
import type { LorebookCounts } from '../../lore/reader.ts';
import { type Document, fact, type Item, type Line, line, small } from '../../messages/document.ts';
import { common } from '../../messages/en/common.ts';
import { keeping } from '../../messages/en/keeping.ts';
import { setup } from '../../messages/en/setup.ts';

const words = keeping.status;
const { labels } = words;

export interface StatusView {
  readonly title: string;
  readonly counts: LorebookCounts;
  readonly disputes: DisputeCounts;
  readonly suggestions: number;
  readonly questions: number;
  /** Milliseconds since 1970; null = never. */
  readonly lastBackup: number | null;
  /** Null where nobody counts: the terminal. */
  readonly speed: Speed | null;
  /** Channels the server chose, by name, each with what keeps the bot from writing there; null in the terminal. */
  readonly channels: readonly { readonly name: string | null; readonly problem: PostingProblem | null }[] | null;
  /** The newest days of the schedule. */
  readonly posts: readonly Post[];
  /** Null where it took too long. */
  readonly file: Examination | null;
}

export function statusDocument(view: StatusView): Document {
  const { entities, claims, accounts, works } = view.counts;
  const { open, settled, divergences, isMore, isBounded } = view.disputes;
  return {
    tone: 'plain',
    heading: words.heading(view.title),
    items: [
      fact(said(labels.holds, words.holds(entities, claims, accounts, works))),
      fact(
        said(labels.conflicts, words.conflicts(open, settled, divergences)),
        ...(isMore ? [small(words.more)] : []),
        ...(isBounded ? [small(words.bounded)] : []),
      ),
      fact(said(labels.queue, words.queue(view.suggestions, view.questions))),
      ...fileItems(view),
      ...speedItems(view.speed),
      fact(said(labels.backup, view.lastBackup === null ? words.never : words.at(iso(view.lastBackup)))),
      ...channelItems(view),
      ...postItems(view.posts),
    ],
    links: [],
  };
}

export function statusJson({ counts, disputes, suggestions, questions, lastBackup, speed, posts, file }: StatusView) {
  return {
    ...counts,
    conflicts: { open: disputes.open, settled: disputes.settled, divergences: disputes.divergences },
    check_bounded: disputes.isBounded,
    suggestions,
    questions,
    edits: file?.edits ?? null,
    bytes: file?.bytes ?? null,
    sound: file === null ? null : file.faults.length === 0,
    log_whole: file === null ? null : file.brokenEdit === null,
    broken_edit: file?.brokenEdit ?? null,
    last_backup: lastBackup === null ? null : iso(lastBackup),
    speed,
    posts: posts.map(({ day, status, reason }) => ({ day, status, reason })),
  };
}

function fileItems({ file }: StatusView): Item[] {
  if (file === null) return [fact(said(labels.check, words.tooLong))];
  const { faults, brokenEdit, bytes, edits } = file;
  const complaints = [
    ...(faults.length === 0 ? [] : [keeping.backup.unsound(faults)]),
    ...(brokenEdit === null ? [] : [keeping.backup.broken(brokenEdit)]),
  ];
  return [
    fact(said(labels.size, keeping.size(bytes))),
    fact(
      said(labels.edits, edits.toLocaleString('en')),
      said(labels.check, complaints.length === 0 ? words.whole : complaints.join(' ')),
    ),
  ];
}

function speedItems(speed: Speed | null): Item[] {
  if (speed === null) return [];
  const text = (latency: Latency | null): string =>
    latency === null ? words.noSpeed : words.speed(latency.count, latency.p50, latency.p99);
  return [fact(said(labels.speed, text(speed.answers)), said(labels.keystrokes, text(speed.keystrokes)))];
}

function channelItems({ channels }: StatusView): Item[] {
  if (channels === null) return [];
  const bad = channels.flatMap(({ name, problem }) => {
    if (name === null) return [setup.goneChannel];
    return problem === null ? [] : [setup.channel(name, problem)];
  });
  if (bad.length > 0) return [fact(...bad.map((text) => said(labels.channels, text)))];
  return [fact(said(labels.channels, channels.length === 0 ? words.noChannels : words.channelsGood))];
}

/** Nothing where nothing was ever due. */
function postItems(posts: readonly Post[]): Item[] {
  if (posts.length === 0) return [];
  const count = (status: Post['status']): number => posts.filter((post) => post.status === status).length;
  const [missed, doubtful, refused] = [count('missed'), count('doubtful'), count('refused')];
  const isGood = missed + doubtful + refused === 0;
  return [
    fact(
      said(labels.posts, isGood ? words.postsGood(posts.length) : words.posts(missed, doubtful, refused, posts.length)),
    ),
  ];
}

function said(what: string, value: string): Line {
  return line({ strong: what }, ': ', common.capital(value));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
