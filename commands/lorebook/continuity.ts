import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { timelines as words } from '../../src/messages/en/timelines.ts';
import type { ActCommand, ActContext, Action, CommandOption, FormField, Options, Reply } from '../command.ts';
import { suggestTiered, suggestTimelines } from '../options.ts';
import { refused } from '../refused.ts';
import {
  giveTier,
  makeDefault,
  makeTimeline,
  noSuchTimeline,
  takeBack,
  timelineCalled,
  timelinesCard,
} from '../timelines.ts';

const text = commands.lorebook.continuity;
const LONGEST_NAME = 100;
const LONGEST_DATE = 100;
const LONGEST_TIER = 4;

const OPTIONS: readonly CommandOption[] = [
  { name: 'default', description: text.default, type: 'string', maxLength: LONGEST_NAME, suggest: timelinesOf },
  { name: 'new', description: text.new, type: 'string', maxLength: LONGEST_NAME },
  { name: 'parent', description: text.parent, type: 'string', maxLength: LONGEST_NAME, suggest: timelinesOf },
  { name: 'branch', description: text.branch, type: 'string', maxLength: LONGEST_DATE },
  {
    name: 'of',
    description: text.of,
    type: 'string',
    maxLength: LONGEST_NAME,
    suggest: (lorebook, typed) => suggestTiered(lorebook, typed),
  },
  { name: 'tier', description: text.tier, type: 'string', maxLength: LONGEST_TIER },
];

const ACTIONS: readonly Action[] = [
  {
    name: 'timeline.default',
    run: (context, _options, { values: [id = ''] }) => {
      const { read } = context.lorebook;
      const timeline = read.continuities.all.find((node) => String(node.id) === id);
      return timeline === undefined ? noSuchTimeline(read, id) : makeDefault(context, timeline);
    },
  },
  {
    name: 'timeline.ask',
    run: (context) => {
      const { title, name, parent, branch, tier } = words.addForm;
      return asked(context, title, 'timeline.add', [
        { name: 'name', label: name, maxLength: LONGEST_NAME, isRequired: true },
        { name: 'parent', label: parent, maxLength: LONGEST_NAME, value: context.lorebook.read.continuities.home.name },
        { name: 'branch', label: branch, maxLength: LONGEST_DATE },
        { name: 'tier', label: tier, maxLength: LONGEST_TIER },
      ]);
    },
  },
  {
    name: 'timeline.add',
    run: (context, _options, { fields: { name = '', parent = '', branch = '', tier = '' } }) =>
      makeTimeline(context, { name, parent, branch, tier }),
  },
  {
    name: 'tier.ask',
    run: (context) => {
      const { title, of, tier } = words.tierForm;
      return asked(context, title, 'tier.set', [
        { name: 'of', label: of, maxLength: LONGEST_NAME, isRequired: true },
        { name: 'tier', label: tier, maxLength: LONGEST_TIER, isRequired: true },
      ]);
    },
  },
  { name: 'tier.set', run: (context, _options, { fields: { of = '', tier = '' } }) => giveTier(context, of, tier) },
  {
    name: 'timeline.show',
    run: (context, { from }) => timelinesCard(context, { from: Number(from), isInPlace: true }),
  },
  { name: 'timeline.undo', run: (context, { edit }) => takeBack(context, Number(edit)) },
];

export const continuity = {
  name: 'continuity',
  description: text.description,
  options: OPTIONS,
  actions: ACTIONS,
  run,
} satisfies ActCommand;

/** Without options the card; with options what they say, one thing at a time. */
function run(context: ActContext, options: Options): Reply {
  const { default: home, new: name, parent = '', branch = '', of, tier = '' } = options;
  const isOfNew = parent !== '' || branch !== '';
  const wanted = [home, name, of].filter((value) => value !== undefined);
  if (wanted.length > 1 || (name === undefined && isOfNew))
    return { kind: 'refused', message: words.problems.oneThing };
  if ((of === undefined && name === undefined && tier !== '') || (of !== undefined && tier === '')) {
    return { kind: 'refused', message: words.problems.oneThing };
  }
  if (name !== undefined) return makeTimeline(context, { name, parent, branch, tier });
  if (of !== undefined) return giveTier(context, of, tier);
  if (home === undefined) return timelinesCard(context);
  const timeline = timelineCalled(context.lorebook.read, home);
  return timeline === undefined ? noSuchTimeline(context.lorebook.read, home) : makeDefault(context, timeline);
}

function asked(context: ActContext, title: string, action: string, fields: readonly FormField[]): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  return { kind: 'form', form: { title, action, options: {}, fields } };
}

function timelinesOf(...[lorebook, typed]: Parameters<typeof suggestTimelines>) {
  return suggestTimelines(lorebook, typed);
}
