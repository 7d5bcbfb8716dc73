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
  readonly channel: string;
}

export type Options = Readonly<
  Record<string, string | boolean | { readonly filename: string; readonly bytes: string }>
>;

/** One row of the matrix: what one must at least be, and how it is tried. */
export interface Row {
  readonly least: Level;
  readonly options?: (thing: Thing) => Options;
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
const claim = (thing: Thing) => ({ claim: String(thing.claim) });
const file = { filename: 'facts.csv', bytes: 'subject,predicate,value\nWorf,status,well' };

const OVER = /preview is over|^Only /;
const GONE = /is gone|^Only /;

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
  'lore suggest': open,
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
  'fact rule': { least: 'keeper', options: ({ finding }) => ({ conflict: finding }) },
  'fact queue': { least: 'keeper' },
  'fact questions': { least: 'keeper' },
  'fact merge': { least: 'keeper', options: () => ({ from: 'Martok', into: 'Worf' }) },
  'fact split': { least: 'keeper', options: () => ({ name: 'Worf' }) },
  'lorebook setup': admin,
  'lorebook roles': admin,
  'lorebook schedule': admin,
  'lorebook calendar': admin,
  'lorebook continuity': admin,
  'lorebook import': { ...admin, options: () => ({ file }) },
  'lorebook export': admin,
  'lorebook status': admin,
  'lorebook backup': admin,
  'lorebook forget': admin,
};

/** Every action behind buttons, lists and forms; a new one without a row fails the test. */
export const ACTIONS: Readonly<Record<string, Row>> = {
  'suggest.form': open,
  'suggest.send': open,
  'suggest.again': { ...open, options: d },
  // Somebody else's suggestion: keepers may, as they decide on it anyway.
  'suggest.own': { least: 'keeper', options: s, saysFirst: /no suggestion|only where you/ },
  'suggest.change': { least: 'keeper', options: s, saysFirst: /^a form$|only where you/ },
  'suggest.changed': { least: 'keeper', options: s, saysFirst: /is empty|only where you/ },
  'suggest.withdraw': { least: 'keeper', options: s },
  'privacy.show': open,
  'privacy.file': open,
  'privacy.ask': open,
  // It makes whoever tries somebody else: tried at its own place.
  'privacy.replace': { ...open, isEnd: true },
  'change.save': { least: 'scribe', options: d },
  'change.edit': { ...open, options: d },
  'change.edited': { least: 'scribe', options: d },
  'change.name': { least: 'scribe', options: (thing) => ({ ...d(thing), c: 'subject', n: 'Worf' }) },
  'change.create': { least: 'scribe', options: (thing) => ({ ...d(thing), c: 'subject' }) },
  'change.cancel': { ...open, options: d },
  'change.look': open,
  'change.begun': { least: 'scribe', options: d },
  'change.add': { least: 'scribe' },
  'batch.all': { least: 'scribe', options: b },
  'batch.good': { least: 'scribe', options: b },
  'batch.create': { least: 'scribe', options: b },
  'batch.cancel': { ...open, options: b },
  'history.page': { least: 'scribe', options: () => ({ p: '1' }) },
  'history.pick': { least: 'scribe' },
  'undo.ask': { least: 'keeper', options: ({ edit }) => ({ e: String(edit) }) },
  'undo.do': { least: 'keeper', options: ({ edit }) => ({ e: String(edit), n: '0', l: String(edit) }) },
  'undo.large': { least: 'keeper', options: ({ edit }) => ({ e: String(edit), n: '0', l: String(edit) }) },
  'undo.cancel': open,
  'rule.begin': { least: 'keeper', options: f },
  'rule.chosen': { least: 'keeper', options: f },
  'rule.save': { least: 'keeper', options: (thing) => ({ ...f(thing), k: 'both' }) },
  'rule.revoke': { least: 'keeper', options: f },
  'rule.revoked': { least: 'keeper', options: f },
  'review.approve': { least: 'keeper', options: s },
  'review.reject': { least: 'keeper', options: s },
  'review.rejected': { least: 'keeper', options: s },
  'review.change': { least: 'keeper', options: s },
  'review.changed': { least: 'keeper', options: s },
  'queue.page': { least: 'keeper', options: () => ({ p: '1' }) },
  'queue.open': { least: 'keeper' },
  'queue.approve': { least: 'keeper', options: ({ suggestion }) => ({ ids: String(suggestion) }) },
  // Nothing was filled in and nothing was shown before: that is said first, to whoever tries.
  'setup.choose': { ...admin, saysFirst: /not there any more|^Only / },
  'setup.zoned': { ...admin, saysFirst: /is not a time zone|^Only / },
  'timeline.default': { ...admin, saysFirst: /There is no timeline|^Only / },
  'setup.undo': { ...admin, saysFirst: /taken back already|^Only / },
  'reshape.save': { least: 'keeper', saysFirst: OVER },
  'reshape.cancel': { least: 'keeper', saysFirst: OVER },
  'split.chosen': { least: 'keeper', saysFirst: OVER },
  'timeline.undo': { ...admin, saysFirst: /taken back already|^Only / },
  'import.save': { ...admin, saysFirst: GONE },
  'import.partial': { ...admin, saysFirst: GONE },
  'import.leave': { ...admin, saysFirst: GONE },
  'import.mapping': { ...admin, saysFirst: GONE },
  'import.mapped': { ...admin, saysFirst: GONE },
};

/** Actions of /lorebook: all of them are for admins. Those that end the lorebook are tried by nobody who may. */
export const FOR_ADMINS = /^(setup|welcome|schedule|calendar|import|parting|timeline|tier)\./;
export const ENDS: ReadonlySet<string> = new Set(['welcome.empty', 'setup.begin', 'parting.do', 'parting.copy']);
