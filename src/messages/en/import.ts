import type { Place } from '../../import/gathered.ts';
import type { ImportProblem, WrongKind } from '../../import/import-problem.ts';
import type { MappingFault } from '../../import/mapping/mapping-text.ts';
import type { JobProblem } from '../../jobs/job.ts';
import { common } from './common.ts';
import { problems } from './problems.ts';
import { terminal } from './terminal.ts';

const WRONG: Readonly<Record<WrongKind, string>> = {
  picture: 'a picture',
  pdf: 'a PDF: save its text as a text file',
  archive: 'a packed archive: unpack it first (zip files are read as they are)',
  database: 'a database',
  program: 'a program',
  sound: 'a sound or film',
  office: 'an office document: save it as text, HTML or CSV',
  binary: 'no text',
  pack: 'a lore pack: make a lorebook of it with pack load',
};

const ZIP: Readonly<Record<Extract<ImportProblem, { kind: 'bad-zip' }>['why'], string>> = {
  climbs: 'a file in it would be written outside of its folder',
  bomb: 'it unpacks to far more than it can hold in earnest',
  damaged: 'it is damaged, or has a password',
};

/** Where in a source something stood. */
export function placeText({ file, page, line, field }: Place): string {
  const where = [page === undefined ? file : `${file}, ${page}`, line === undefined ? '' : `line ${line}`, field ?? ''];
  return where.filter((part) => part !== '').join(', ');
}

/** What is wrong with a source as a whole, in one sentence. */
export function importProblemText(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'empty-file':
      return `${problem.path} is empty: export it again.`;
    case 'wrong-kind':
      return `${problem.path} holds no lore: it is ${WRONG[problem.what]}.`;
    case 'python-bytes':
      return `${problem.path} is the printed form of Python bytes (it begins with b'…'), not XML: write the bytes themselves to a file, for example with open(…, "wb").`;
    case 'doctype':
      return `${problem.path} declares entities of its own (<!DOCTYPE> in line ${problem.line}), which no wiki export does: it was not read.`;
    case 'broken-xml':
      return `${problem.path} is damaged in line ${problem.line} (${problem.why}): export it again, or add --partial to take what comes before.`;
    case 'cut-off':
      return `${problem.path} is cut off in line ${problem.line}, after ${common.count(problem.pages, 'page', 'pages')}: download it again, or add --partial to take those.`;
    case 'not-an-export':
      return `${problem.path} is XML, but no export of a MediaWiki: use Special:Export or Special:Statistics of the wiki.`;
    case 'bad-json':
      return `${problem.path} is not JSON that can be read (${problem.why}): mend it, or write one object on each line.`;
    case 'too-large':
      return `${problem.path} is too large to be read at once (more than ${problem.mostMb.toLocaleString('en')} MB): split it.`;
    case 'too-many':
      return `${problem.path} has more than ${problem.most.toLocaleString('en')} files in it: import parts of it.`;
    case 'nothing-to-read':
      return `${problem.path} has no files in it that can be read.`;
    case 'not-a-book':
      return `${problem.path} is JSON, but neither a character card with a book nor a book of lore with entries.`;
    case 'bad-zip':
      return `${problem.path} was not unpacked: ${ZIP[problem.why]}${problem.file === '' ? '' : ` (${problem.file})`}. Nothing of it was taken.`;
    case 'not-utf8':
      return `${problem.path} is not UTF-8 text in line ${problem.line}: if it comes from an older spreadsheet or editor, add --encoding windows-1252 (in Discord the option encoding), else save it as UTF-8.`;
    case 'no-such-file':
    case 'not-a-table':
    case 'two-columns':
    case 'unknown-column':
      return terminal.table(problem);
  }
}

/** Why a correction of the mapping cannot be read. */
export function mappingFaultText({ line, text, why }: MappingFault): string {
  const what: Readonly<Record<MappingFault['why'], string>> = {
    'no-record': 'no template or table is named before it: write [template Name] kind or [table Name] kind first',
    'no-equals': 'it is neither [template Name] nor field = predicate',
    'unknown-predicate':
      'the lorebook has no such predicate: say what its values are, for example “= pov: entity” (entity, text, quantity, date or yesno)',
    'unknown-use': 'in brackets stands one of (name), (alias), (about), (kind), (text), (id) or (id of TABLE)',
    'bad-predicate': 'a predicate is written in small letters, digits and _',
    'unknown-table': 'there is no such table',
  };
  return `Line ${line} of the mapping, “${text}”: ${what[why]}.`;
}

/** Why a job in another thread came to nothing. */
export function jobProblemText(problem: JobProblem): string {
  switch (problem.kind) {
    case 'lorebook':
      return problems.open(problem.problem);
    case 'out-of-memory':
      return `It took more than ${problem.mostMb.toLocaleString('en')} MB of memory and was ended; nothing was written. Split it into smaller files.`;
    case 'cancelled':
      return 'It was ended before it was done; nothing was written.';
  }
}

const n = (count: number, one: string, many: string): string => common.count(count, one, many);

export const importWords = {
  checking: 'This changes much: everything that is told is being checked again.',
  heading: (title: string, state: 'dry' | 'done' | 'refused'): string =>
    state === 'done'
      ? `${title} was imported`
      : state === 'dry'
        ? `What ${title} would bring`
        : `${title} was not imported`,
  source: (counts: Readonly<Record<string, number>>): string => {
    const parts = [
      counts.articles ? n(counts.articles, 'article', 'articles') : '',
      counts.redirects ? n(counts.redirects, 'redirect', 'redirects') : '',
      counts.disambiguations ? n(counts.disambiguations, 'disambiguation page', 'disambiguation pages') : '',
      counts.records ? n(counts.records, 'infobox or record', 'infoboxes and records') : '',
      counts.rows ? n(counts.rows, 'row', 'rows') : '',
      counts.passedOver
        ? `${n(counts.passedOver, 'page', 'pages')} of talk, users and other namespaces passed over`
        : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `Read: ${parts.join(', ')}.`;
  },
  brought: (counts: Readonly<Record<string, number>>): string => {
    const all: readonly (readonly [string, string, string])[] = [
      ['entities', 'new entity', 'new entities'],
      ['aliases', 'alias', 'aliases'],
      ['claims', 'claim', 'claims'],
      ['passages', 'passage', 'passages'],
      ['suggestions', 'suggestion for the review queue', 'suggestions for the review queue'],
      ['predicates', 'new predicate', 'new predicates'],
    ];
    const parts = all.flatMap(([key, one, many]) => ((counts[key] ?? 0) > 0 ? [n(counts[key] ?? 0, one, many)] : []));
    return parts.length === 0 ? 'Nothing new.' : `${common.and(parts)}.`;
  },
  again: (counts: Readonly<Record<string, number>>): string =>
    `As before: ${(counts.unchanged ?? 0).toLocaleString('en')}; said otherwise now: ${(counts.replaced ?? 0).toLocaleString('en')}; gone from the source: ${(counts.vanished ?? 0).toLocaleString('en')}.`,
  parameters: (taken: number, all: number): string =>
    `${taken.toLocaleString('en')} of ${n(all, 'filled parameter', 'filled parameters')} became claims, names or text; the others are listed below.`,
  citations: (attached: number, all: number): string =>
    `${attached.toLocaleString('en')} of ${n(all, 'citation', 'citations')} stand with the field or sentence they were given for.`,
  conflicts: (count: number): string =>
    count === 0 ? 'It opens no conflict.' : `It opens ${n(count, 'conflict', 'conflicts')}:`,
  leftOut: (count: number): string => `Left out (${count.toLocaleString('en')})`,
  more: (count: number): string => `and ${count.toLocaleString('en')} more.`,
  mapping: 'How it was read',
  mappingLine: (label: string, kind: string | null, fields: readonly string[]): string =>
    `${label} (${kind ?? 'not taken'}): ${fields.join('; ')}`,
  field: (label: string, use: string): string => `${label} → ${use}`,
  dryRun: 'Nothing was written: this was a dry run.',
  nothingWritten: 'Nothing was written.',
  written: 'It is one edit, and can be undone whole.',
  wholeReport: 'The whole report, with the mapping in full, is in the file.',
  progress: (done: number): string => `Under way: ${done.toLocaleString('en')} so far …`,
} as const;

/** What the buttons and forms of an import say. */
export const importActs = {
  goOn: 'Import it',
  takeRest: 'Take what can be read',
  correct: 'Correct the mapping',
  leave: 'Leave it',
  left: 'Nothing was imported; the file was deleted.',
  savedAlready: 'This was imported already.',
  busy: 'A longer work on this lorebook, such as an import, is under way: wait until it is done.',
  needsFile: 'Attach a file: a wiki export, a vault as a zip, a table or a page.',
  unknownEncoding: (name: string): string =>
    `“${name}” is no encoding that is known: leave it empty for UTF-8, or write windows-1252.`,
  mappingTitle: 'Correct the mapping',
  mappingLabel: 'Only what is to be read otherwise',
  mappingExample: '[template Infobox Person] person, then on lines of their own: pov = point_of_view: entity',
} as const;
