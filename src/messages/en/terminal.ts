import type { TableProblem } from '../../import/tables/text-chunks.ts';
import { common } from './common.ts';

export const terminal = {
  needsOptions: (options: readonly string[]): string =>
    `There are no forms here: give ${options.join(', ')} as options.`,
  onlyInDiscord: 'This is done in Discord, where the server is.',
  noFile: (path: string): string => `There is no file ${path}.`,
  usage: (verbs: readonly string[]): string =>
    `Usage: npm run -s lore -- VERB …, where VERB is ${common.or(verbs)}; without a verb, a prompt.`,
  help: (looking: readonly (readonly [string, string])[], doing: readonly string[]): string =>
    [
      'Usage: npm run -s lore -- VERB …; without a verb, a prompt that takes the commands of Discord.',
      'Everywhere: --lorebook FILE (default: the playground’s) and --json.',
      '',
      'Look something up:',
      ...looking.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
      '',
      'Bring, change and keep:',
      ...doing.map((line) => `  ${line}`),
    ].join('\n'),
  unknownVerb: (verb: string, verbs: readonly string[]): string =>
    `There is no verb “${verb}”: use ${common.or(verbs)}, or none for a prompt.`,
  unknownFlag: (flag: string, usage: string): string => `The option ${flag} is not known here: ${usage}`,
  needsValue: (flag: string, usage: string): string => `The option ${flag} needs a value: ${usage}`,
  missing: (what: string, usage: string): string => `${what} is missing: ${usage}`,
  tooMany: (word: string, usage: string): string =>
    `“${word}” is one word too many (put a name of several words in quotes): ${usage}`,
  config: (faults: readonly { readonly name: string; readonly why: string }[]): string =>
    `The environment (.env) has ${common.count(faults.length, 'fault', 'faults')}: ${faults.map(({ name, why }) => `${name} ${why}`).join('; ')}.`,
  starterFaults: (name: string, faults: readonly string[]): string =>
    `The pack ${name} cannot be loaded: ${faults.slice(0, 3).join('; ')}${faults.length > 3 ? `; and ${faults.length - 3} more (lore pack check lists them)` : ''}.`,
  packGood: (folder: string, entities: number, claims: number): string =>
    `${folder} is sound: ${common.count(entities, 'entity', 'entities')} and ${common.count(claims, 'claim', 'claims')}.`,
  packFaults: (folder: string, n: number): string => `${folder} has ${common.count(n, 'fault', 'faults')}.`,
  packExists: (path: string): string =>
    `${path} is there already: pack load makes a new lorebook, so name another file with --lorebook.`,
  loaded: (path: string, entities: number, claims: number): string =>
    `${path} holds ${common.count(entities, 'entity', 'entities')} and ${common.count(claims, 'claim', 'claims')} now.`,
  saved: (folder: string, files: number): string => `Saved to ${folder} (${common.count(files, 'file', 'files')}).`,
  savedFull: (folder: string): string => `${folder} is there already and not empty: name a new folder.`,
  backedUp: (path: string): string => `The lorebook was copied to ${path}.`,
  backupExists: (path: string): string => `${path} is there already: name a new file.`,
  noFolder: (path: string): string => `The folder of ${path} is not there: make it first.`,
  noLorebook: (path: string): string => `${path} is not there: name a lorebook with --lorebook.`,
  batch: (taken: number, rows: number, isWritten: boolean, isDryRun: boolean): string => {
    const what = `${taken.toLocaleString('en')} of ${common.count(rows, 'row', 'rows')}`;
    if (isWritten) return `${what} went in.`;
    return isDryRun
      ? `${what} would go in (dry run: nothing was written).`
      : `${what} could be taken; nothing was written.`;
  },
  batchOpens: (n: number): string => `It would open ${common.count(n, 'conflict', 'conflicts')}:`,
  batchConflict: (id: string, title: string): string => `  ${id}  ${title}`,
  batchRow: (line: number, text: string): string => `line ${line}: ${text}`,
  batchMore: (n: number): string => `and ${n.toLocaleString('en')} more.`,
  batchRefused: (faults: number, isDryRun: boolean): string =>
    `${common.count(faults, 'row', 'rows')} cannot be taken${isDryRun ? '' : ' and nothing was written'}: mend them, or add --partial to take the others.`,
  batchEmpty: (path: string): string => `${path} has no rows.`,
  progress: (rows: number): string => `${rows.toLocaleString('en')} rows …`,
  table: (problem: TableProblem): string => {
    switch (problem.kind) {
      case 'not-utf8':
        return `${problem.path} is not UTF-8 text in line ${problem.line}: save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`;
      case 'no-such-file':
        return `${problem.path} is not a file that is there: check the name.`;
      case 'not-a-table':
        return `${problem.path} has none of the columns ${common.or(problem.columns)} in its first line: add a header row.`;
      case 'two-columns':
        return `${problem.path} has the column “${problem.column}” twice: keep one.`;
      case 'unknown-column':
        return `${problem.path} has a column “${problem.column}” that is not known: the columns are ${common.and(problem.known)}.`;
    }
  },
  unknownEncoding: (name: string): string =>
    `“${name}” is no encoding that is known: leave it out for UTF-8, or use windows-1252, utf-16le or another of the WHATWG's names.`,
  unknownFormat: (name: string, known: readonly string[]): string =>
    `“${name}” is no format that is read: leave it out, or use ${common.or(known)}.`,
  addNeeds: 'add needs --file CLAIMS.csv with --account TITLE, or --entities NAMES.csv.',
  broken: (reference: string, why: string): string => `Something broke (reference ${reference}): ${why}`,
  prompt: 'lore> ',
  welcome: (title: string): string =>
    `${title}. Type /lore and a subcommand, for example:\n  /lore entry name:…\n  /lore regents\n  /lore search text:…\nCtrl+D ends.`,
  line: {
    notACommand: (groups: readonly string[]): string =>
      `A line begins with ${common.or(groups.map((group) => `/${group}`))} and a subcommand, for example /lore regents.`,
    unknownCommand: (typed: string, known: readonly string[]): string =>
      `There is no command “${typed}”: use ${common.or(known)}.`,
    unknownOption: (option: string, command: string, known: readonly string[]): string =>
      known.length === 0
        ? `${command} has no options: leave out “${option}”.`
        : `${command} has no option “${option}”: its options are ${common.and(known)}, each written name:value.`,
    missingOption: (option: string, command: string): string => `${command} needs ${option}: add ${option}:…`,
    twice: (option: string): string => `The option ${option} is there twice: write it once.`,
    tooLong: (option: string, most: number): string =>
      `The option ${option} is longer than ${most} characters: shorten it.`,
  },
} as const;
