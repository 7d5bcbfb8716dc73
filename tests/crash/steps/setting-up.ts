import { changeSettings } from '../../../src/edit/change-settings.ts';
import { addTimeline, setDefaultContinuity, setTier, type Tiered } from '../../../src/edit/continuities.ts';
import { noteBackup } from '../../../src/edit/note-backup.ts';
import { replaceMember } from '../../../src/edit/replace-member.ts';
import { setCalendar } from '../../../src/edit/set-calendar.ts';
import { setSchedule } from '../../../src/edit/set-schedule.ts';
import { readSchedule, type Schedule } from '../../../src/lore/schedule.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { type Desk, edit, type Maker, standing, TIMELINES, target } from '../desk.ts';

const settings: Maker = (desk, token) =>
  edit(desk, token, { kind: 'settings', op: 'settings', parts: { 'setting.time_zone': 1 } }, () =>
    changeSettings(target(desk), desk.lorebook.settings(), { time_zone: token }),
  );

const home: Maker = (desk, token) => {
  const { continuities } = desk.lorebook.read;
  const wanted = continuities.bySlug(desk.luck.pick(TIMELINES));
  if (wanted === undefined || wanted.id === continuities.home.id) return null;
  const shape = {
    kind: 'default timeline',
    op: 'settings',
    hasText: false,
    parts: { 'setting.default_continuity': 1 },
  };
  return edit(desk, token, shape, () => setDefaultContinuity(target(desk), wanted));
};

const timeline: Maker = (desk, token) => {
  const parts = { 'continuity.added': 1, 'entity.added': 1 };
  const parent = desk.lorebook.read.continuities.home;
  return edit(desk, token, { kind: 'timeline', op: 'add-timeline', parts }, () =>
    addTimeline(target(desk), { name: `Timeline ${token}`, parent, branch: null, tier: 0 }),
  );
};

const tier: Maker = (desk, token) => {
  const { read } = desk.lorebook;
  const { works } = read;
  const of: readonly Tiered[] = [
    ...read.continuities.all.map(({ id, name, tier: now }) => ({ kind: 'continuity', id, name, tier: now }) as const),
    ...read.accounts.map(({ id, title: name, tier: now }) => ({ kind: 'account', id, name, tier: now }) as const),
    ...works().map(({ entity: id, title: name, tier: now }) => ({ kind: 'work', id, name, tier: now }) as const),
  ];
  const one = desk.luck.pick(of);
  const shape = { kind: 'tier', op: 'set-tier', hasText: false, parts: { [`${one.kind}.tier`]: 1 } };
  return edit(desk, token, shape, () => setTier(target(desk), one, one.tier + 1));
};

const calendar: Maker = (desk, token) => {
  const wanted = { ...GREGORIAN, slug: 'own', name: `Calendar ${token}` };
  return edit(desk, token, { kind: 'calendar', op: 'calendar', parts: { 'setting.calendar': 1 } }, () =>
    setCalendar(target(desk), { calendar: wanted }),
  );
};

const today: Maker = (desk, token) => {
  const before = desk.lorebook.read.profile.today;
  const shift = before.kind === 'shift' ? before.years + 1 : 1;
  const shape = { kind: "the world's today", op: 'calendar', hasText: false, parts: { 'setting.today': 1 } };
  return edit(desk, token, shape, () => setCalendar(target(desk), { today: { kind: 'shift', years: shift, days: 0 } }));
};

function scheduled({ lorebook }: Desk) {
  return readSchedule(lorebook.setting('schedule'));
}

const schedule: Maker = (desk, token) => {
  const before = scheduled(desk);
  const after: Schedule = {
    channel: '1',
    hour: desk.luck.below(24),
    minute: 0,
    zone: 'UTC',
    days: [1],
    empty: 'silence',
    role: null,
    paused: false,
    problem: null,
    since: (before?.since ?? 0) + 1,
  };
  const shape = { kind: 'schedule', op: 'schedule', hasText: false, parts: { 'setting.schedule': 1 } };
  return edit(desk, token, shape, () => setSchedule(target(desk), before, after));
};

const backup: Maker = (desk, token) =>
  edit(desk, token, { kind: 'backup', op: 'backup', hasText: false }, () => {
    noteBackup(target(desk), { bytes: 1, edits: 1, lastEdit: 1, brokenEdit: null, faults: [] });
    return { ok: true };
  });

/** Somebody who suggested something asks to be forgotten. */
const forgotten: Maker = (desk, token) => {
  const one = desk.lorebook.suggestions.waiting({ limit: 1, offset: desk.luck.below(4) })[0];
  if (one === undefined || !one.by.ref.startsWith('member:')) return null;
  const pseudonym = { ref: `gone:${token}`, name: `Somebody ${token}`, accountTitle: `Somebody ${token}` };
  return edit(desk, token, { kind: 'member forgotten', op: 'forget-member' }, () =>
    replaceMember({ ...target(desk), by: standing(one.by, 'reader') }, pseudonym),
  );
};

export const settingUp: readonly Maker[] = [
  settings,
  settings,
  home,
  timeline,
  tier,
  calendar,
  today,
  schedule,
  backup,
  forgotten,
];
