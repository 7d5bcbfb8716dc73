/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  s: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  S: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const LANGUAGE = 'en-GB';

/** The text of `<t:…>`. A moment no calendar has is shown as Discord does. */
export function timestampText(unixS, style, nowMs) {
  const date = new Date(unixS * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid Date';
  if (style === 'R') return relativeText(unixS * 1000, nowMs);
  return new Intl.DateTimeFormat(LANGUAGE, STYLES[style] ?? STYLES.f).format(date);
}

export function relativeText(atMs, nowMs) {
  const seconds = Math.round((atMs - nowMs) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

export function clockText(atMs) {
  return new Intl.DateTimeFormat(LANGUAGE, STYLES.t).format(new Date(atMs));
}

export function dayText(atMs) {
  return new Intl.DateTimeFormat(LANGUAGE, STYLES.D).format(new Date(atMs));
}

export function fullText(atMs) {
  return new Intl.DateTimeFormat(LANGUAGE, STYLES.F).format(new Date(atMs));
}

/** A span as its two largest units: "1 day 2 hours". */
export function spanText(ms) {
  let left = Math.round(ms / 1000);
  /** @type {string[]} */
  const parts = [];
  for (const [unit, size] of /** @type {const} */ ([
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ])) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return parts.slice(0, 2).join(' ');
}

export function sizeText(bytes) {
  if (bytes < 1024)
    return new Intl.NumberFormat('en', { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const [unit, size] = bytes < 1024 * 1024 ? ['KiB', 1024] : ['MiB', 1024 * 1024];
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / Number(size))} ${unit}`;
}
