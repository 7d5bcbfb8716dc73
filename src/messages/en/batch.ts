import { common } from './common.ts';

const n = (count: number): string => count.toLocaleString('en');

/** Facts in bulk, from a file. */
export const batchWords = {
  heading: (file: string, state: 'dry' | 'done' | 'refused'): string =>
    state === 'done' ? `${file} was added` : state === 'dry' ? `What ${file} would add` : `${file} was not added`,
  account: (title: string, isNew: boolean): string => (isNew ? `As the new account ${title}.` : `As ${title}.`),
  rows: (taken: number, rows: number, isDone: boolean): string =>
    taken === rows
      ? `${rows === 1 ? 'The one row' : `All ${n(rows)} rows`} ${isDone ? 'went in' : 'can be taken'}.`
      : `${n(taken)} of ${common.count(rows, 'row', 'rows')} ${isDone ? 'went in' : 'can be taken'}, ${n(rows - taken)} ${isDone ? 'did not' : 'cannot'}.`,
  conflicts: (count: number, isDone: boolean): string =>
    count === 0
      ? `${isDone ? 'It opened' : 'It would open'} no conflicts.`
      : `${isDone ? 'It opened' : 'It would open'} ${common.count(count, 'conflict', 'conflicts')}:`,
  reasons: 'Rows that cannot be taken',
  row: (line: number, text: string): string => `Line ${line}: ${text}.`,
  more: (count: number): string => `And ${n(count)} more.`,
  moreInFile: (count: number): string => `And ${n(count)} more, in the file below.`,
  cutFile: 'The file below holds as many as fit into one.',
  nothingYet: 'Nothing is saved yet.',
  edit: (edit: number): string => `One entry of the history: /fact undo with ${edit} takes all of it back.`,
  columns: ['line', 'reason'],
  reasonsFile: 'rows-not-taken.csv',
  empty: (file: string): string => `${file} has no rows: put one claim on each line below the header.`,
  buttons: {
    all: 'Add all',
    good: 'Add the good ones',
    create: 'Create the names that are missing',
    cancel: 'Cancel',
  },
  cancelled: 'Nothing was added; the file was deleted.',
  progress: (rows: number): string => `Reading: ${n(rows)} rows so far …`,
  noneTaken: 'None of the rows can be taken.',
} as const;
