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
  mostSuggestions: (more: number, most: number): string =>
    `${common.count(more, 'further suggestion', 'further suggestions')} out of its prose: one import puts at most ${most.toLocaleString('en')} into the review queue; import parts of it as accounts of their own to see the others`,
  redirectNowhere: (target: string): string => `the redirect leads to “${target}”, which is no page of content`,
  twoPages: (line: number): string =>
    `a page of this title came before, in line ${line}: the later one is taken for the same thing`,
  disambiguation: (listed: number): string =>
    `the page only tells things of one name apart: its name became an alias of ${common.count(listed, 'thing', 'things')}`,
  unreadableRow: (why: string): string => why,
  rowWithoutName: 'the row has no name in any column that the mapping reads as one',
  noLore: 'no lore is in it: a picture, a program or an empty file',
  frontMatter: {
    code: 'its front matter is written in another language than YAML, and code is never run: the text was read without it',
    'not-yaml': 'its front matter is not YAML that can be read: the text was read without it',
    'not-keys': 'its front matter has no keys: the text was read without it',
    'too-large': 'its front matter is larger or more tangled than any note needs: the text was read without it',
  },
  innerZip: 'a zip file in a folder or in another zip file is not opened: import it by itself',
  notUtf8: (line: number): string => `line ${line} is not UTF-8 text: save it as UTF-8, or name its encoding`,
  tooLargePage: (mostMb: number): string => `it is larger than ${mostMb} MB, which no page is`,
  brokenEntry: 'the entry is no entry of a character book: it has neither keys nor content as text',
  entryWithoutName: 'the entry has neither a name nor a key that is one',
  brokenBook: 'it is JSON, but neither a character card nor a book of lore',
  noteAlone: (note: string): string => `the note “${note}” stands behind no text, so that nothing can cite it`,
  lostNote: (number: string): string => `note [${number}] is cited, and no note of that number stands on the page`,
  longSentences: (stretches: number, most: number): string =>
    `${common.count(stretches, 'stretch', 'stretches')} of more than ${most.toLocaleString('en')} characters without a full stop: kept as text, and not read for facts`,
  slowPage: 'the page took too long: the rest of it was kept as text, and not read for facts',
  slowWiki:
    'the wiki has more prose than is read for facts at once: that of the pages behind this one was kept as text',
  deepPage: (most: number): string =>
    `elements lie more than ${most.toLocaleString('en')} deep in each other from about this line on: what follows was not read`,
  unknownField: (key: string, value: string): string =>
    `no predicate goes by “${key}”, or its value names nothing: “${value}”`,
} as const;
