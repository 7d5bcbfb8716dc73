import type { PostingProblem } from '../../lore/posting-problem.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { ServerSettings } from '../../lore/server-settings.ts';
import {
  type Document,
  fact,
  type Item,
  type Line,
  type Link,
  line,
  type Select,
  small,
} from '../../messages/document.ts';
import { common } from '../../messages/en/common.ts';
import { setup as words } from '../../messages/en/setup.ts';

/** Discord roles and channels by what they are for: the names of those that are there. */
export interface Places {
  roleNames(ids: readonly string[]): readonly string[];
  channelNames(ids: readonly string[]): readonly string[];
  postingProblem(channel: string): PostingProblem | null;
}

export interface PanelView {
  readonly settings: ServerSettings;
  readonly places: Places;
  /** False where there are no roles and channels: the terminal. */
  readonly isDiscord: boolean;
  /** What was just done, in a sentence. */
  readonly said: string | null;
  /** The edit that can be taken back at once. */
  readonly edit: number | null;
}

export type PanelKind = 'setup' | 'roles';

const ROLES = ['scribe', 'keeper'] as const;
const CHANNELS = ['review_channel', 'changes_channel'] as const;
const MOST_ROLES = 25;
const MOST_TIMELINES = 25;

/** Everything a server decides about its lorebook, on one card that is changed in place. */
export function setupDocument(view: PanelView, read: LoreReader): Document {
  const { settings } = view;
  const { labels } = words;
  const { entities, claims } = read.counts();
  return {
    tone: 'plain',
    heading: words.heading(read.profile.title),
    items: [
      ...roleItems(view),
      fact(
        ...CHANNELS.map((channel) => said(labels[channel], channelText(view, settings[channel]))),
        said(labels.time_zone, words.zone(settings.time_zone)),
        said(labels.default_continuity, read.continuities.home.name),
      ),
      fact(said(labels.holds, words.holds(entities, claims))),
    ],
    closing: closing(view),
    links: [
      { label: words.buttons.zone, verb: 'do', command: 'setup.zone', options: {} },
      ...(hasProblem(view)
        ? [{ label: words.buttons.check, verb: 'do', command: 'setup.check', options: { in: 'setup' } } as const]
        : []),
      { label: words.buttons.anew, verb: 'do', command: 'setup.anew', options: {} },
      ...undoLink(view, 'setup'),
    ],
    selects: view.isDiscord
      ? [...roleSelects(view, 'setup'), ...CHANNELS.map((what) => channelSelect(view, what)), ...timelineSelect(read)]
      : [],
  };
}

/** Who may do what. */
export function rolesDocument(view: PanelView, title: string): Document {
  const { own_only, two_keepers } = view.settings;
  return {
    tone: 'plain',
    heading: words.rolesHeading(title),
    items: roleItems(view),
    closing: closing(view),
    links: [
      toggle('own_only', own_only, words.buttons.ownOnly(own_only)),
      toggle('two_keepers', two_keepers, words.buttons.twoKeepers(two_keepers)),
      ...undoLink(view, 'roles'),
    ],
    selects: view.isDiscord ? roleSelects(view, 'roles') : [],
  };
}

export function settingsJson({ settings, said: sentence, edit }: PanelView, read: LoreReader) {
  return { settings, default_continuity: read.continuities.home.slug, done: sentence, edit };
}

function roleItems({ settings, places, isDiscord }: PanelView): Item[] {
  const { labels } = words;
  const isNobody = settings.roles.scribe.length + settings.roles.keeper.length === 0;
  const text = (ids: readonly string[]): string => {
    const names = isDiscord ? places.roleNames(ids) : ids;
    const gone = ids.length - names.length;
    const all = gone === 0 ? names : [...names, words.gone(gone)];
    return all.length === 0 ? words.none : common.and(all);
  };
  return [
    fact(
      ...ROLES.map((role) => said(labels[role], text(settings.roles[role]))),
      small(words.adminsToo),
      ...(isNobody ? [small(words.nobodyYet)] : []),
    ),
    fact(
      said(labels.own_only, words.ownOnly(settings.own_only)),
      said(labels.two_keepers, words.twoKeepers(settings.two_keepers)),
    ),
  ];
}

function channelText({ places, isDiscord }: PanelView, id: string | null): string {
  if (id === null) return words.none;
  if (!isDiscord) return id;
  const [name] = places.channelNames([id]);
  return name === undefined ? words.goneChannel : words.channel(name, places.postingProblem(id));
}

function hasProblem({ settings, places, isDiscord }: PanelView): boolean {
  return (
    isDiscord && CHANNELS.some((what) => settings[what] !== null && places.postingProblem(settings[what]) !== null)
  );
}

/** Only what is still there can stand in a list as chosen. */
function roleSelects({ settings, places }: PanelView, panel: PanelKind): Select[] {
  return ROLES.map((what) => ({
    action: 'setup.choose',
    options: { what, in: panel },
    placeholder: words.lists[what],
    label: words.lists[what],
    of: {
      kind: 'roles',
      chosen: settings.roles[what].filter((id) => places.roleNames([id]).length > 0).slice(0, MOST_ROLES),
    },
    least: 0,
    most: MOST_ROLES,
  }));
}

function channelSelect({ settings, places }: PanelView, what: (typeof CHANNELS)[number]): Select {
  const id = settings[what];
  const problem = id === null ? null : places.postingProblem(id);
  const isThere = id !== null && (problem === null || problem.kind === 'missing-permissions');
  return {
    action: 'setup.choose',
    options: { what, in: 'setup' },
    placeholder: words.lists[what],
    label: words.lists[what],
    of: { kind: 'channels', chosen: isThere ? [id] : [] },
    least: 0,
  };
}

/** Nothing where there is nothing to choose. */
function timelineSelect({ continuities }: LoreReader): Select[] {
  const { all, home } = continuities;
  if (all.length < 2) return [];
  const shown = [home, ...all.filter(({ id }) => id !== home.id)].slice(0, MOST_TIMELINES);
  const choices = shown.map(({ id, name }) => ({ label: name, value: String(id), isChosen: id === home.id }));
  const { default_continuity: label } = words.lists;
  return [
    {
      action: 'setup.choose',
      options: { what: 'default_continuity', in: 'setup' },
      placeholder: label,
      label,
      of: { kind: 'choices', choices },
    },
  ];
}

function toggle(what: 'own_only' | 'two_keepers', isOn: boolean, label: string): Link {
  // What it is to become stands in the button: a second press changes nothing.
  return { label, verb: 'do', command: 'setup.switch', options: { what, to: isOn ? 'no' : 'yes' } };
}

function undoLink({ edit }: PanelView, panel: PanelKind): Link[] {
  if (edit === null) return [];
  return [{ label: words.buttons.undo, verb: 'do', command: 'setup.undo', options: { edit: String(edit), in: panel } }];
}

function closing({ said: sentence }: PanelView): Line[] {
  return [small(sentence ?? words.intro)];
}

function said(what: string, value: string): Line {
  return line({ strong: what }, ': ', value);
}
