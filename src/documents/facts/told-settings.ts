import type { Change, Json } from '../../lore/change.ts';
import { readSchedule } from '../../lore/schedule.ts';
import { serverSettings } from '../../lore/server-settings.ts';
import { worldTodaySchema } from '../../lore/time/world-today.ts';
import { calendar } from '../../messages/en/calendar.ts';
import { history } from '../../messages/en/history.ts';
import { schedule as posting } from '../../messages/en/schedule.ts';
import { setup } from '../../messages/en/setup.ts';
import { weekdaysText } from '../../messages/en/weekdays.ts';

/** One setting before or after, as people read it; null where it was not set. */
export function settingText({ field }: Change, value: Json): string | null {
  if (value === null) return null;
  const settings = serverSettings((name) => (name === field ? value : undefined));
  switch (field) {
    case 'roles':
      return history.rolesChosen(settings.roles.scribe.length, settings.roles.keeper.length);
    case 'own_only':
      return setup.ownOnly(settings.own_only);
    case 'two_keepers':
      return setup.twoKeepers(settings.two_keepers);
    case 'review_channel':
    case 'changes_channel':
      return history.aChannel;
    case 'schedule': {
      const schedule = readSchedule(value);
      if (schedule === null) return history.changed;
      const { hour, minute, days, zone, paused } = schedule;
      const when = posting.when(weekdaysText(days), posting.time(hour, minute), zone);
      return paused ? history.paused(when) : when;
    }
    case 'calendar':
      return typeof value === 'object' && !Array.isArray(value) && 'name' in value
        ? String(value.name)
        : history.changed;
    case 'today': {
      const today = worldTodaySchema.safeParse(value);
      return today.success ? calendar.rule(today.data).replace(/[.]$/, '') : history.changed;
    }
    default:
      return typeof value === 'object' ? history.changed : String(value);
  }
}
