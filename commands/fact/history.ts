import { didText, type EditVoice, editItem, editJson } from '../../src/documents/facts/history.ts';
import { planUndo } from '../../src/edit/undo.ts';
import { historyCsv } from '../../src/export/history-csv.ts';
import type { EditFilter } from '../../src/lore/history.ts';
import { refusal } from '../../src/lore/permission.ts';
import { type Document, fact, type Link, line, type Select, small } from '../../src/messages/document.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { common } from '../../src/messages/en/common.ts';
import { history as words } from '../../src/messages/en/history.ts';
import type { ActCommand, ActContext, Reply } from '../command.ts';
import { packed, readFilter, suggestActors, suggestSince, unpacked } from '../edits/history-filter.ts';
import { editTarget, speaking } from '../edits/speaking.ts';
import { showUndo } from '../edits/undoing.ts';
import { nameOption } from '../options.ts';
import { refused } from '../refused.ts';

/** Edits on a page: three lines each. */
const ON_PAGE = 6;
/** The terminal has no pages. */
const AT_TERMINAL = 1_000;
/** More than this is no file to read. */
const MOST_IN_FILE = 100_000;

export const history = {
  name: 'history',
  description: commands.fact.history.description,
  options: [
    nameOption('about', commands.fact.history.about),
    { name: 'by', description: commands.fact.history.by, type: 'string', maxLength: 100, suggest: suggestActors },
    { name: 'since', description: commands.fact.history.since, type: 'string', maxLength: 40, suggest: suggestSince },
    { name: 'file', description: commands.fact.history.file, type: 'boolean' },
  ],
  positional: ['about'],
  actions: [
    { name: 'history.page', run: (context, options) => show(context, unpacked(options), Number(options.p), true) },
    { name: 'history.pick', run: (context, _options, { values }) => showUndo(context, Number(values[0]), false) },
  ],
  run: (context, options) => {
    const refusedNow = refusal(context.by, 'see the history');
    if (refusedNow !== null) return refused(context, refusedNow);
    const read = readFilter(context.lorebook, options, context.at);
    if (!read.ok) return { kind: 'refused', message: read.message };
    if (options.file === 'true') return asFile(context, read.filter);
    return show(context, read.filter, 1, false);
  },
} satisfies ActCommand;

function show(context: ActContext, filter: Omit<EditFilter, 'limit'>, page: number, isInPlace: boolean): Reply {
  const refusedNow = refusal(context.by, 'see the history');
  if (refusedNow !== null) return refused(context, refusedNow);
  const { log, read } = context.lorebook;
  const size = context.around.kind === 'terminal' ? AT_TERMINAL : ON_PAGE;
  const all = log.count(filter);
  const pages = Math.max(1, Math.ceil(all / size));
  const at = Math.min(Math.max(1, Number.isSafeInteger(page) ? page : 1), pages);
  const edits = log.edits({ ...filter, limit: size, offset: (at - 1) * size });
  const told = speaking(context);
  const about = filter.about === undefined ? null : (read.entity(filter.about)?.name ?? null);
  const turn = (label: string, to: number): Link => ({
    label,
    verb: 'do',
    command: 'history.page',
    options: { ...packed(filter), p: String(to) },
  });
  const document: Document = {
    tone: all === 0 ? 'empty' : 'plain',
    heading: words.heading(about),
    items: all === 0 ? [fact(line(words.none), small(words.noneHint))] : edits.map((edit) => editItem(edit, told)),
    closing: pages === 1 ? [] : [small(common.page(at, pages))],
    links: [
      ...(at > 1 ? [turn(words.buttons.newer, at - 1)] : []),
      ...(at < pages ? [turn(words.buttons.older, at + 1)] : []),
    ],
    selects: context.around.kind === 'terminal' ? [] : undoSelect(context, edits, at),
  };
  return {
    kind: 'card',
    document,
    json: () => ({ items: edits.map((edit) => editJson(edit, told)), conflicts: [], total: all }),
    isInPlace,
    isFound: all > 0,
  };
}

/** Those on the page that the viewer may undo. */
function undoSelect(
  context: ActContext,
  edits: ReturnType<EditVoice['log']['edits']>,
  page: number,
): readonly Select[] {
  const target = editTarget(context);
  const own = edits.filter(({ id }) => planUndo(target, id).ok);
  if (own.length === 0) return [];
  const choices = own.map((edit) => ({ label: words.choice(edit.id, didText(edit)), value: String(edit.id) }));
  return [
    { action: 'history.pick', options: { p: String(page) }, placeholder: words.pick, of: { kind: 'choices', choices } },
  ];
}

function asFile(context: ActContext, filter: Omit<EditFilter, 'limit'>): Reply {
  const edits = context.lorebook.log.edits({ ...filter, limit: MOST_IN_FILE });
  const told = speaking(context);
  const csv = historyCsv(edits.map((edit) => editJson(edit, told)));
  const bytes = Buffer.from(csv, 'utf8');
  return {
    kind: 'card',
    document: {
      tone: edits.length === 0 ? 'empty' : 'plain',
      heading: words.heading(null),
      items: [fact(line(words.inFile(edits.length)))],
      links: [],
    },
    json: () => ({ items: edits.map((edit) => editJson(edit, told)), conflicts: [], total: edits.length }),
    files: [{ name: 'history.csv', bytes }],
    isFound: edits.length > 0,
  };
}
