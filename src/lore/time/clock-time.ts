/** A time of day as people write it: "09:00", "9.30", "9 pm", "21"; null where it is none. */
export function readClockTime(typed: string): { readonly hour: number; readonly minute: number } | null {
  const read = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (read === null) return null;
  const [, hours = '', minutes = '0', half] = read;
  const minute = Number(minutes);
  const isTwelve = half !== undefined;
  const shown = Number(hours);
  if (minute > 59 || shown > (isTwelve ? 12 : 23) || (isTwelve && shown === 0)) return null;
  if (!isTwelve) return { hour: shown, minute };
  return { hour: (shown % 12) + (/pm/i.test(half) ? 12 : 0), minute };
}
