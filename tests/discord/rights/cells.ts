import type { Level } from '../../../src/lore/permission.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';

/** What a cell is tried on: made anew for each, and made by somebody else than who tries, unless said otherwise. */
export interface Thing {
  readonly lorebook: Lorebook;
  /** Who tries, and when. */
  readonly ref: string;
  /** Number of a live statement that a keeper added. */
  readonly claim: number;
  /** Id of an open conflict. */
  readonly finding: string;
  /** Number of an edit that a keeper made. */
  readonly edit: number;
  /** Number of a suggestion of another member that waits. */
  readonly suggestion: number;
  /** A preview of a new fact, shown to who tries when they still had the right. */
  readonly draft: string;
  /** Files in bulk that were shown to who tries. */
  readonly batch: string;
  /** A merge and a split that were shown to who tries. */
  readonly merge: string;
  readonly split: string;
  /** Files of another format that were shown to who tries. */
  readonly imported: string;
  /** A change of the settings that an admin made. */
  readonly settings: number;
  readonly home: number;
  readonly channel: string;
}

export type Options = Readonly<
  Record<string, string | boolean | { readonly filename: string; readonly bytes: string }>
>;

/** One row of the matrix: what one must at least be, and how it is tried: with what a person would enter. */
export interface Row {
  readonly least: Level;
  readonly options?: (thing: Thing) => Options;
  /** What is chosen in a list. */
  readonly values?: (thing: Thing) => readonly string[];
  /** What is filled into a form. */
  readonly fields?: (thing: Thing) => Readonly<Record<string, string>>;
  /** Whoever may changes something with it: the cell reaches what the right is for. */
  readonly acts?: true;
  /** Touches what somebody else added: scribes who may change only their own may not. */
  readonly touchesOthers?: boolean;
  /** What is told instead of the refusal where what was filled in, or is gone, is noticed first. */
  readonly saysFirst?: RegExp;
  /** Whoever may would end the lorebook with it: only those who may not try it here. */
  readonly isEnd?: boolean;
}

const open: Row = { least: 'reader' };
const admin: Row = { least: 'admin' };
const d = ({ draft }: Thing) => ({ d: draft });
const b = ({ batch }: Thing) => ({ d: batch });
const s = ({ suggestion }: Thing) => ({ s: String(suggestion) });
const f = ({ finding }: Thing) => ({ f: finding });
const i = ({ imported }: Thing) => ({ d: imported });
const facts = ({ settings }: Thing) => ({ subject: 'Worf', predicate: 'status', value: `filled in ${settings}` });
const waiting = ({ suggestion }: Thing) => [String(suggestion)];
const claim = (thing: Thing) => ({ claim: String(thing.claim) });
const file = { filename: 'facts.csv', bytes: 'subject,predicate,value\nWorf,status,well' };

/** Every command; a new one without a row fails the test. */
export const COMMANDS: Readonly<Record<string, Row>> = {
  'lore ask': { ...open, options: () => ({ question: 'who is Worf' }) },
  'lore entry': { ...open, options: () => ({ name: 'Worf' }) },
  'lore members': { ...open, options: () => ({ of: 'Klingon-Cardassian Alliance' }) },
  'lore regents': open,
  'lore battles': open,
  'lore sources': open,
  'lore search': { ...open, options: () => ({ text: 'Worf' }) },
  'lore random': open,
  'lore conflicts': open,
  'lore compare': { ...open, options: () => ({ about: 'Worf', a: 'alliance-telling', b: 'rebel-side-telling' }) },
  'lore timeline': open,
  'lore onthisday': open,
  'lore suggest': { ...open, options: facts, acts: true },
  'lore privacy': open,
  'fact add': {
    least: 'scribe',
    options: () => ({ subject: 'Worf', predicate: 'status', value: 'well', statement: 'Worf is well.' }),
  },
  'fact amend': {
    least: 'scribe',
    touchesOthers: true,
    options: (thing) => ({ ...claim(thing), value: 'better' }),
  },
  'fact retract': { least: 'scribe', touchesOthers: true, options: (thing) => ({ ...claim(thing), reason: 'no' }) },
  'fact cite': { least: 'scribe', touchesOthers: true, options: (thing) => ({ ...claim(thing), work: 'Crossover' }) },
  'fact alias': { least: 'scribe', options: () => ({ name: 'Worf', add: 'Mogh’s son' }) },
  'fact import': { least: 'scribe', options: () => ({ file }) },
  'fact history': { least: 'scribe' },
  // A scribe takes back their own edits; this one is a keeper's.
  'fact undo': { least: 'keeper', options: ({ edit }) => ({ edit: String(edit) }) },
  'fact rule': {
    least: 'keeper',
    options: ({ finding }) => ({ conflict: finding, kind: 'both', note: 'so it is' }),
    acts: true,
  },
  'fact queue': { least: 'keeper' },
  'fact questions': { least: 'keeper' },
  'fact merge': { least: 'keeper', options: () => ({ from: 'Martok', into: 'Worf' }) },
  'fact split': {
    least: 'keeper',
    options: () => ({ name: 'Worf', as: 'Worf the Elder', account: 'alliance-telling' }),
  },
  'lorebook setup': admin,
  'lorebook roles': admin,
  'lorebook schedule': { ...admin, options: ({ channel }) => ({ channel, time: '09:00' }), acts: true },
  'lorebook calendar': { ...admin, options: ({ settings }) => ({ today: `+${settings} days` }), acts: true },
  'lorebook continuity': { ...admin, options: ({ settings }) => ({ new: `Branch ${settings}` }), acts: true },
  'lorebook import': { ...admin, options: () => ({ file }) },
  'lorebook export': admin,
  'lorebook status': admin,
  'lorebook backup': admin,
  'lorebook forget': admin,
};

/** Every action behind buttons, lists and forms; a new one without a row fails the test. */
export const ACTIONS: Readonly<Record<string, Row>> = {
  'suggest.form': open,
  'suggest.send': { ...open, fields: facts, acts: true },
  'suggest.again': { ...open, options: d },
  // Somebody else's suggestion: keepers may, as they decide on it anyway.
  'suggest.own': { least: 'keeper', values: waiting },
  'suggest.change': { least: 'keeper', options: s },
  'suggest.changed': { least: 'keeper', options: s, fields: facts },
  'suggest.withdraw': { least: 'keeper', options: s, acts: true },
  'privacy.show': open,
  'privacy.file': open,
  'privacy.ask': open,
  // It makes whoever tries somebody else: tried at its own place.
  'privacy.replace': { ...open, isEnd: true },
  'change.save': { least: 'scribe', options: d, acts: true },
  'change.edit': { ...open, options: d },
  'change.edited': { least: 'scribe', options: d, fields: facts },
  'change.name': { least: 'scribe', options: (thing) => ({ ...d(thing), c: 'subject', n: 'Worf' }) },
  'change.create': { least: 'scribe', options: (thing) => ({ ...d(thing), c: 'subject' }) },
  'change.cancel': { ...open, options: d },
  'change.look': { ...open, values: ({ finding }) => [finding] },
  'change.begun': { least: 'scribe', options: d, fields: facts },
  'change.add': { least: 'scribe' },
  'batch.all': { least: 'scribe', options: b, acts: true },
  'batch.good': { least: 'scribe', options: b },
  'batch.create': { least: 'scribe', options: b },
  'batch.cancel': { ...open, options: b },
  'history.page': { least: 'scribe', options: () => ({ p: '1' }) },
  'history.pick': { least: 'keeper', values: ({ edit }) => [String(edit)] },
  'undo.ask': { least: 'keeper', options: ({ edit }) => ({ e: String(edit) }) },
  'undo.do': { least: 'keeper', options: ({ edit }) => ({ e: String(edit), n: '0', l: String(edit) }), acts: true },
  'undo.cancel': open,
  'rule.begin': { least: 'keeper', options: f },
  'rule.chosen': { least: 'keeper', options: f, values: () => ['both'] },
  'rule.save': {
    least: 'keeper',
    options: (thing) => ({ ...f(thing), k: 'both' }),
    fields: () => ({ note: 'so it is' }),
    acts: true,
  },
  'rule.revoke': { least: 'keeper', options: f },
  'rule.revoked': { least: 'keeper', options: f, fields: () => ({ note: 'after all' }) },
  'review.approve': { least: 'keeper', options: s, acts: true },
  'review.reject': { least: 'keeper', options: s },
  'review.rejected': { least: 'keeper', options: s, fields: () => ({ reason: 'no source' }), acts: true },
  'review.change': { least: 'keeper', options: s },
  'review.changed': { least: 'keeper', options: s, fields: facts },
  'queue.page': { least: 'keeper', options: () => ({ p: '1' }) },
  'queue.open': { least: 'keeper', values: waiting },
  'queue.approve': { least: 'keeper', options: ({ suggestion }) => ({ ids: String(suggestion) }), acts: true },
  'setup.choose': {
    ...admin,
    options: () => ({ what: 'review_channel', in: 'setup' }),
    values: ({ channel }) => [channel],
    acts: true,
  },
  'setup.switch': { ...admin, options: () => ({ what: 'two_keepers', to: 'yes' }) },
  'setup.zoned': {
    ...admin,
    fields: ({ settings }) => ({ zone: settings % 2 === 0 ? 'Asia/Tokyo' : 'Asia/Seoul' }),
    acts: true,
  },
  'setup.undo': { ...admin, options: ({ settings }) => ({ edit: String(settings), in: 'setup' }), acts: true },
  'timeline.default': { ...admin, values: ({ home }) => [String(home)] },
  'timeline.add': { ...admin, fields: ({ settings }) => ({ name: `Grown ${settings}` }), acts: true },
  'timeline.undo': { ...admin, options: ({ settings }) => ({ edit: String(settings) }), acts: true },
  'tier.set': { ...admin, fields: ({ settings }) => ({ of: 'Crossover', tier: String(settings % 50) }), acts: true },
  'schedule.pause': { ...admin, options: () => ({ to: 'yes' }) },
  'parting.do': { ...admin, fields: () => ({ name: 'not its name' }) },
  'reshape.save': { least: 'keeper', options: ({ merge }) => ({ d: merge }), acts: true },
  // Whoever was shown a preview may drop it.
  'reshape.cancel': { ...open, options: ({ merge }) => ({ d: merge }) },
  'split.chosen': { least: 'keeper', options: ({ split }) => ({ d: split }), values: (thing) => [String(thing.claim)] },
  'import.save': { ...admin, options: i, acts: true },
  'import.partial': { ...admin, options: i },
  'import.leave': { ...open, options: i },
  'import.mapping': { ...admin, options: i },
  'import.mapped': { ...admin, options: i, fields: () => ({ mapping: '' }) },
};

/** Actions of /lorebook: all of them are for admins. Those that end the lorebook are tried by nobody who may. */
export const FOR_ADMINS = /^(setup|welcome|schedule|calendar|import|parting|timeline|tier)\./;
export const ENDS: ReadonlySet<string> = new Set(['welcome.empty', 'setup.begin', 'parting.copy']);
