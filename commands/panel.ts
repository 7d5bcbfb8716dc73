import { type PanelKind, rolesDocument, settingsJson, setupDocument } from '../src/documents/lorebook/setup.ts';
import { changeSettings } from '../src/edit/change-settings.ts';
import { setDefaultContinuity } from '../src/edit/continuities.ts';
import { undo } from '../src/edit/undo.ts';
import type { EditId } from '../src/lore/ids.ts';
import { type Refusal, refusal } from '../src/lore/permission.ts';
import type { Result } from '../src/lore/result.ts';
import type { ServerSettings } from '../src/lore/server-settings.ts';
import { readZone } from '../src/lore/time/zone.ts';
import { setup as words } from '../src/messages/en/setup.ts';
import type { ActContext, Action, Input, Options, Reply } from './command.ts';
import { editTarget } from './edits/speaking.ts';
import { refused } from './refused.ts';

/** The panel as things stand now; `said` is what was just done. */
export function panel(
  context: ActContext,
  kind: PanelKind,
  {
    said = null,
    edit = null,
    isInPlace = false,
  }: { said?: string | null; edit?: number | null; isInPlace?: boolean } = {},
): Reply {
  const { lorebook, by, around } = context;
  const notAllowed = refusal(by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { read } = lorebook;
  const view = { settings: lorebook.settings(), places: around, isDiscord: around.kind === 'discord', said, edit };
  return {
    kind: 'card',
    document: kind === 'setup' ? setupDocument(view, read) : rolesDocument(view, read.profile.title),
    json: () => settingsJson(view, read),
    isInPlace,
  };
}

/** Every list, button and form of the two panels. */
export const panelActions: readonly Action[] = [
  { name: 'setup.choose', run: choose },
  {
    name: 'setup.switch',
    run: (context, { what, to }) => {
      const isOn = to === 'yes';
      if (what === 'own_only')
        return save(context, 'roles', { own_only: isOn }, words.labels.own_only, words.ownOnly(isOn));
      return save(context, 'roles', { two_keepers: isOn }, words.labels.two_keepers, words.twoKeepers(isOn));
    },
  },
  {
    name: 'setup.zone',
    run: (context) => {
      const notAllowed = refusal(context.by, 'set up the lorebook');
      if (notAllowed !== null) return refused(context, notAllowed);
      const { title, label } = words.zoneForm;
      const value = context.lorebook.settings().time_zone ?? '';
      const fields = [{ name: 'zone', label, value, maxLength: 60, isRequired: true }];
      return { kind: 'form', form: { title, action: 'setup.zoned', options: {}, fields } };
    },
  },
  {
    name: 'setup.zoned',
    run: (context, _options, { fields }) => {
      const zone = readZone(fields.zone ?? '');
      if (!zone.ok) return { kind: 'refused', message: words.zoneProblem(zone.problem) };
      return save(context, 'setup', { time_zone: zone.value }, words.labels.time_zone, zone.value);
    },
  },
  { name: 'setup.check', run: (context, options) => panel(context, panelOf(options), { isInPlace: true }) },
  {
    name: 'setup.undo',
    run: (context, options) => {
      const undone = context.briefly(() => undo(editTarget(context), Number(options.edit), false));
      if (undone.ok) return panel(context, panelOf(options), { said: words.undone, isInPlace: true });
      const { problem } = undone;
      if (problem.kind === 'not-allowed' || problem.kind === 'not-yours') return refused(context, problem);
      return { kind: 'refused', message: words.undoRefused };
    },
  },
];

function choose(context: ActContext, options: Options, { values }: Input): Reply {
  const { what = '' } = options;
  const { around, lorebook } = context;
  const kind = panelOf(options);
  const { roles } = lorebook.settings();
  if (what === 'scribe' || what === 'keeper') {
    const names = around.roleNames(values);
    if (names.length < values.length) return { kind: 'refused', message: words.roleRefused };
    return save(context, kind, { roles: { ...roles, [what]: [...values] } }, words.labels[what], said(names));
  }
  if (what === 'review_channel' || what === 'changes_channel') {
    const [id = null] = values;
    const names = id === null ? [] : around.channelNames([id]);
    const problem = id === null ? null : around.postingProblem(id);
    // One that is only closed to the bot is saved: the panel says what it lacks, and it may be opened afterwards.
    if (problem !== null && problem.kind !== 'missing-permissions') {
      return { kind: 'refused', message: words.channelRefused(names[0] ?? null, problem) };
    }
    return save(context, kind, { [what]: id }, words.labels[what], said(names));
  }
  const { all } = lorebook.read.continuities;
  const timeline = all.find(({ id }) => String(id) === values[0]);
  if (what !== 'default_continuity' || timeline === undefined) return { kind: 'refused', message: words.timelineGone };
  const saved = context.briefly(() => setDefaultContinuity(editTarget(context), timeline));
  return after(context, kind, saved, words.labels.default_continuity, timeline.name);
}

function save(
  context: ActContext,
  kind: PanelKind,
  change: Partial<ServerSettings>,
  what: string,
  value: string,
): Reply {
  return after(context, kind, changeSettings(editTarget(context), context.lorebook.settings(), change), what, value);
}

function after(
  context: ActContext,
  kind: PanelKind,
  saved: Result<EditId | null, Refusal>,
  what: string,
  value: string,
): Reply {
  if (!saved.ok) return refused(context, saved.problem);
  const sentence = saved.value === null ? words.unchanged : words.saved(what, value);
  return panel(context, kind, { said: sentence, edit: saved.value, isInPlace: true });
}

function said(names: readonly string[]): string {
  return names.length === 0 ? words.none : words.listed(names);
}

function panelOf(options: Options): PanelKind {
  return options.in === 'roles' ? 'roles' : 'setup';
}
