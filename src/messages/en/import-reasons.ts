import { common } from './common.ts';

/** Why something of a source stays outside: one sentence each, beside the place. */
export const importReasons = {
  skippedField: (times: number): string =>
    `not taken (${common.count(times, 'time', 'times')}): the mapping has it as pictures, layout or nothing of the lore; give it a predicate in the mapping to take it`,
  selfLink: (times: number): string =>
    `not taken (${common.count(times, 'time', 'times')}): it links to its own page, which says nothing of it`,
  emptyField: (times: number): string =>
    `not taken (${common.count(times, 'time', 'times')}): no words are left in it once markup is gone`,
  unplacedParameter: (times: number): string =>
    `not taken (${common.count(times, 'time', 'times')}): a parameter without a name, so that nothing says what it means`,
  tooLong: 'the page is too long or too tangled to be read whole: what comes after this much of it was left out',
  tooDeep: 'templates and links are nested deeper than is followed: the innermost are kept as text',
  redirectNowhere: (target: string): string => `the redirect leads to “${target}”, which is no page of content`,
  twoPages: (line: number): string =>
    `a page of this title came before, in line ${line}: the later one is taken for the same thing`,
  disambiguation: (listed: number): string =>
    `the page only tells things of one name apart: its name became an alias of ${common.count(listed, 'thing', 'things')}`,
  unreadableRow: (why: string): string => why,
  rowWithoutName: 'the row has no name in any column that the mapping reads as one',
  unlinkedRow: (id: string, record: string): string => `there is no row ${id} in the table ${record}`,
  noLore: 'no lore is in it: a picture, a program or an empty file',
  longName: 'the name is longer than 200 characters',
} as const;
