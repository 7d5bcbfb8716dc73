import type { Continuity } from '../../lore/continuity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { type Document, fact, heading, type Item, type Link, line, small } from '../../messages/document.ts';
import { timelines as words } from '../../messages/en/timelines.ts';

export interface TimelinesView {
  readonly read: LoreReader;
  /** What was just done, in sentences. */
  readonly said: readonly string[];
  /** The edit that can be taken back at once. */
  readonly edit: number | null;
  readonly canChoose: boolean;
  /** The first line that is shown. */
  readonly from: number;
}

const MOST_CHOICES = 25;
/** As many as a card has room for. */
const LINES = 10;

/** The tree of timelines, and what counts more than other things. */
export function timelinesDocument({ read, said, edit, canChoose, from }: TimelinesView): Document {
  const { continuities } = read;
  const roots = continuities.all.filter(({ id }) => continuities.lineage(id).length === 1);
  const shown = [continuities.home, ...continuities.all.filter(({ id }) => id !== continuities.home.id)];
  const items = [...roots.flatMap((root) => branchItems(read, root, new Set())), ...tierItems(read)];
  const left = items.length - from - LINES;
  return {
    tone: 'plain',
    heading: words.heading,
    items: canChoose ? items.slice(from, from + LINES) : items,
    closing: (said.length === 0 ? [words.tiers] : said).map((sentence) => small(sentence)),
    links: [
      doing(words.buttons.add, 'timeline.ask', {}),
      doing(words.buttons.tier, 'tier.ask', {}),
      ...(canChoose && left > 0
        ? [doing(words.buttons.more(left), 'timeline.show', { from: String(from + LINES) })]
        : []),
      ...(edit === null ? [] : [doing(words.buttons.undo, 'timeline.undo', { edit: String(edit) })]),
    ],
    selects:
      canChoose && shown.length > 1
        ? [
            {
              action: 'timeline.default',
              options: {},
              placeholder: words.chooseDefault,
              label: words.chooseDefault,
              of: {
                kind: 'choices',
                choices: shown
                  .slice(0, MOST_CHOICES)
                  .map(({ id, name }) => ({ label: name, value: String(id), isChosen: id === continuities.home.id })),
              },
            },
          ]
        : [],
  };
}

export function timelinesJson({ read, said, edit }: TimelinesView) {
  const { continuities } = read;
  const slugOf = (id: Continuity['parent']): string | null => (id === null ? null : continuities.get(id).slug);
  return {
    default: continuities.home.slug,
    timelines: continuities.all.map(({ slug, name, parent, branch, tier }) => ({
      slug,
      name,
      parent: slugOf(parent),
      branch,
      tier,
    })),
    works: read.works().flatMap(({ title, tier }) => (tier === 0 ? [] : [{ title, tier }])),
    accounts: read.accounts.flatMap(({ slug, title, tier }) => (tier === 0 ? [] : [{ slug, title, tier }])),
    done: said,
    edit,
  };
}

/** A timeline, and below it those that grow out of it. */
function branchItems(read: LoreReader, node: Continuity, above: ReadonlySet<Continuity['id']>): Item[] {
  if (above.has(node.id)) return [];
  const { continuities } = read;
  const parent = node.parent === null ? undefined : continuities.all.find(({ id }) => id === node.parent);
  const notes = [
    ...(node.id === continuities.home.id ? [words.isDefault] : []),
    ...(parent === undefined ? [] : [words.branch(parent.name, node.branch)]),
    ...(node.tier === 0 ? [] : [words.tier(node.tier)]),
  ];
  const children = continuities.all.filter((other) => other.parent === node.id);
  const path = new Set([...above, node.id]);
  return [
    fact(line({ strong: node.name }, ...notes.map((note) => ` · ${note}`))),
    ...children.flatMap((child) => branchItems(read, child, path)),
  ];
}

function tierItems(read: LoreReader): Item[] {
  const tiered = [...read.works(), ...read.accounts].filter(({ tier }) => tier !== 0);
  if (tiered.length === 0) return [fact(small(words.none))];
  const highest = [...tiered].sort((a, b) => b.tier - a.tier);
  return [
    heading(words.works),
    ...highest.map(({ title, tier }) => fact(line({ strong: title }, ` · ${words.tier(tier)}`))),
  ];
}

function doing(label: string, command: string, options: Readonly<Record<string, string>>): Link {
  return { label, verb: 'do', command, options };
}
