import { common } from './common.ts';

const UNITS = ['kB', 'MB', 'GB'] as const;

function size(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${UNITS[unit]}`;
}

function ms(value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ms`;
}

/** A lorebook as a whole: how it is, a copy of it, its end. */
export const keeping = {
  size,
  backup: {
    heading: 'A copy of this lorebook',
    handedOut: (bytes: number): string =>
      `${size(bytes)}, whole as of now: the lore, its history, suggestions and settings. It names everybody who edited, so keep it to yourself.`,
    packed: 'It is compressed: unpack it with gunzip first.',
    open: (file: string): string => `In the terminal: lore --lorebook ${file}`,
    kept: (bytes: number): string =>
      `It is too large to attach (${size(bytes)}), so it stays with the host of this bot, whose log says where.`,
    here: (bytes: number): string => `${size(bytes)}, in the folder “backups” beside the lorebook.`,
    sound: (edits: number): string =>
      `The copy was checked: the database is sound, and the log of ${common.count(edits, 'edit', 'edits')} is whole.`,
    unsound: (faults: readonly string[]): string =>
      `The database complains: ${faults.join('; ')}. Tell the host of this bot, and keep an older copy.`,
    broken: (edit: number): string =>
      `The log of edits is not whole: edit ${edit} is not as it was written. Tell the host of this bot.`,
  },
  parting: {
    heading: {
      forget: 'Delete this lorebook',
      starter: 'Replace this lorebook by the starter universe',
      empty: 'Replace this lorebook by an empty one',
    },
    goes: {
      forget:
        'Everything goes: names, claims, history, suggestions, roles, channels, the schedule, and copies that the host keeps here. The next question starts a new lorebook.',
      starter: 'Names, claims, history and suggestions go. Roles, channels, the time zone and the schedule stay.',
      empty: 'Names, claims, history and suggestions go. Roles, channels, the time zone and the schedule stay.',
    },
    cannot: 'This cannot be undone.',
    copy: 'A last copy is attached: keep it, if you may want any of this back.',
    noCopy: (bytes: number): string =>
      `A copy would be too large to attach (${size(bytes)}). If you may want any of this back, first ask the host of this bot for one (lore backup).`,
    button: { forget: 'Delete it …', starter: 'Replace it …', empty: 'Replace it …' },
    form: { title: 'Are you sure?', label: 'The name of this server, as it is written' },
    wrongName: (name: string): string => `That is not “${name}”. Nothing was deleted.`,
    changed:
      'The lorebook was changed after that copy was made. Nothing was deleted: start again, so that the copy is of today.',
    done: {
      forget: 'This lorebook is deleted',
      starter: 'A fresh lorebook is in its place',
      empty: 'An empty lorebook is in its place',
    },
    doneNext: {
      forget: 'Nothing of it is kept here. What the bot wrote in channels stays until somebody deletes it.',
      starter: 'Try /lore entry, or /lorebook setup.',
      empty: 'Fill it with /fact add, /fact import or /lorebook import.',
    },
  },
  status: {
    heading: (title: string): string => `How it stands: ${title}`,
    labels: {
      holds: 'It holds',
      conflicts: 'Disputes',
      queue: 'Waiting',
      edits: 'Edits',
      size: 'On disk',
      speed: 'Answers',
      keystrokes: 'Suggestions while typing',
      backup: 'Last copy',
      check: 'Check',
      channels: 'Channels',
      posts: 'Posts',
    },
    holds: (entities: number, claims: number, accounts: number, works: number): string =>
      [
        common.count(entities, 'name', 'names'),
        common.count(claims, 'claim', 'claims'),
        common.count(accounts, 'account', 'accounts'),
        common.count(works, 'work', 'works'),
      ].join(' · '),
    conflicts: (open: number, settled: number, divergences: number): string =>
      `${open.toLocaleString('en')} open · ${settled.toLocaleString('en')} settled · ${common.count(divergences, 'timeline differs', 'differences between timelines')}`,
    more: 'There are more than these: the gravest ones are counted.',
    bounded: 'The last check reached a bound: there may be disputes it did not see.',
    queue: (suggestions: number, questions: number): string =>
      `${common.count(suggestions, 'suggestion', 'suggestions')} · ${common.count(questions, 'unanswered question', 'unanswered questions')}`,
    speed: (count: number, p50: number, p99: number): string =>
      `half within ${ms(p50)}, 99 of 100 within ${ms(p99)} (${count.toLocaleString('en')} since the start)`,
    noSpeed: 'none since the start',
    never: 'never from here',
    at: (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`,
    whole: 'the database is sound, the log of edits is whole',
    tooLong: 'took too long and was broken off',
    channelsGood: 'the bot may write where it should',
    noChannels: 'none chosen',
    postsGood: (n: number): string => (n === 1 ? 'the last one went as planned' : `the last ${n} went as planned`),
    posts: (missed: number, doubtful: number, refused: number, of: number): string =>
      [
        missed === 0 ? '' : `${missed} missed`,
        doubtful === 0 ? '' : `${doubtful} in doubt`,
        refused === 0 ? '' : `${refused} refused by Discord`,
      ]
        .filter((part) => part !== '')
        .join(', ')
        .concat(` of the last ${of}`),
  },
} as const;
