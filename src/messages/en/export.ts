/** Words inside what is exported, and about exporting. */
export const exportWords = {
  told: 'What is told',
  disputedHeading: 'Where the accounts disagree',
  passages: 'In the words of the accounts',
  disputed: (title: string, why: string): string => `The accounts disagree. ${title}: ${why}`,
  cardNotes:
    'Saved by Concordance. Each entry says who tells what; sources and disputes stand under extensions.concordance.',
  done: (path: string, files: number): string => (files === 1 ? `Saved ${path}.` : `Saved ${path} (${files} files).`),
  exists: (path: string): string => `${path} is there already: choose another name, so that nothing is written over.`,
  noFolder: (path: string): string => `The folder of ${path} is not there: make it first, or choose another place.`,
  unknownFormat: (format: string, known: readonly string[]): string =>
    `“${format}” is no format of an export: choose ${known.join(', ')}.`,
  noMember: 'A member’s own data needs --member: the key of that person, such as discord:123.',
  tooLarge: (mostMb: number): string =>
    mostMb === 0
      ? 'Nothing can be attached in the terminal: `npm run -s lore -- export FILE` writes the file.'
      : `The export is larger than the ${mostMb} MB that can be attached here: whoever hosts the bot can run \`npm run -s lore -- export FILE\`.`,
  card: {
    heading: (title: string): string => `Export of ${title}`,
    line: (name: string, format: string): string => `${name}: ${format}.`,
    size: (bytes: number): string =>
      bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
    again: {
      pack: 'Whoever hosts a bot makes the same lorebook of it: unpack it, then `pack load`.',
      csv: 'Its columns are those of /lorebook import; a cell that begins like a formula has an apostrophe before it.',
      vault: 'Unpack it and open the folder in Obsidian; /lorebook import takes the zip file.',
      book: 'For programs that read Character Card V2; sources and disputes stand under extensions.concordance.',
      json: 'Everything, for other programs.',
      ics: 'Add it to a calendar program.',
      member: 'What is kept about one person, and nothing else.',
    },
  },
  formats: {
    pack: 'a pack: the whole lorebook, to be loaded again',
    csv: 'all claims as a table',
    vault: 'a vault of Markdown notes',
    book: 'a character book (Character Card V2)',
    json: 'everything as JSON',
    ics: 'the days to remember as a calendar',
    member: 'what is kept about one person',
  },
} as const;
