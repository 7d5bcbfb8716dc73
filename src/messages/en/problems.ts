import type { BotProblem } from '../../discord/bot.ts';
import type { FileProblem } from '../../discord/uploaded-file.ts';
import type { DateProblem } from '../../lore/time/problem.ts';
import type { OpenProblem } from '../../lorebook/open.ts';
import type { OwnerProblem } from '../../lorebook/owner.ts';
import { common } from './common.ts';

/** One clear sentence for each thing that can be wrong: what, where, and what to do. */
export const problems = {
  date: (problem: DateProblem): string => {
    switch (problem.kind) {
      case 'date-missing':
        return 'A date is missing: write a year such as 1192.';
      case 'date-too-long':
        return `That date is longer than ${problem.limit} characters: write a year such as 1192, or a day such as 15 May 1994.`;
      case 'date-not-understood':
        return `“${problem.text}” is not a date of this lorebook's calendar (${problem.calendar}): write a year (1192), a day (15 May 1994) or a span (1190 to 1195).`;
      case 'date-ambiguous':
        return `“${problem.text}” can be read as ${common.or(problem.readings)}: write the month as a word, or year-month-day.`;
      case 'no-such-month':
        return `“${problem.text}” names month ${problem.month}, but a year has ${problem.months}: write a month from 1 to ${problem.months}.`;
      case 'no-such-day':
        return `“${problem.text}” names day ${problem.day}, but that month has ${problem.days}: write a day from 1 to ${problem.days}.`;
      case 'no-such-leap-day':
        return `“${problem.text}” names ${problem.name}, which that year does not have: write a leap year or another day.`;
      case 'unknown-era':
        return `“${problem.text}” names the era ${problem.era}, which this calendar does not have: write one of ${common.or(problem.eras)}.`;
      case 'year-outside-era':
        return `“${problem.text}” lies outside the era ${problem.era}, which runs from ${problem.first}${problem.last === null ? ' on' : ` to ${problem.last}`}: write a year within it.`;
      case 'year-too-far':
        return `“${problem.text}” is further off than ${problem.limit.toLocaleString('en')} years: write a nearer year.`;
      case 'date-backwards':
        return `“${problem.text}” ends before it begins: write the earlier date first.`;
      case 'end-given-twice':
        return `“${problem.text}” has an end already, and ${problem.end} is given beside it: leave one of them out.`;
      case 'date-without-bounds':
        return `“${problem.text}” does not say when: write a year such as 1192.`;
    }
  },
  open: (problem: OpenProblem): string => {
    switch (problem.kind) {
      case 'not-a-lorebook':
        return `${problem.path} is not a lorebook (not a SQLite file): name another file, or move it away so that a new one can be made.`;
      case 'corrupt':
        return `${problem.path} is damaged: put back a backup of it; the file was left as it is.`;
      case 'disk-full':
        return `There is no room left on the disk of ${problem.path}: make some and try again; nothing was written.`;
      case 'disk-error':
        return `The disk of ${problem.path} reported an error: check the disk and try again; nothing was written.`;
      case 'locked':
        return `${problem.path} is locked by another process: close that one, or try again in a moment.`;
      case 'read-only':
        return `${problem.path} cannot be written (file or folder is read-only or missing): give this user the right to write there, or name another folder.`;
      case 'sqlite-too-old':
        return `SQLite ${problem.found} is too old, ${problem.needed} or newer is needed: run npm ci again.`;
      case 'written-by-newer-version':
        return `This lorebook was written by a newer version (it has ${problem.migration}): update the program; the file was left as it is.`;
      case 'migrations-out-of-order':
        return `This lorebook's history is out of order (${problem.expected} was expected, ${problem.found} was found): put back a backup of it; the file was left as it is.`;
    }
  },
  owner: (problem: OwnerProblem): string =>
    problem.kind === 'folder-owned'
      ? `Another bot is running on the folder ${problem.folder}: stop it first, or set LOREBOOK_DIR to another folder.`
      : `The folder ${problem.folder} cannot be used (${problem.why}): give this user the right to write there, or set LOREBOOK_DIR to another folder.`,
  /** For what may have been changed before it broke. */
  brokenAct: (reference: string): string =>
    `Something broke here: /fact history shows whether it was saved. Tell the host of this bot the reference ${reference}.`,
  broken: (reference: string): string =>
    `Something broke here, and nothing was changed. Tell the host of this bot the reference ${reference}.`,
  /** What a reader is told; the host finds the path in the log. */
  closedLorebook: (problem: OpenProblem): string =>
    problem.kind === 'locked'
      ? 'The lorebook of this server is busy: try again in a moment.'
      : `The lorebook of this server cannot be opened${because(problem)}; nothing in it was changed. Tell the host of this bot.`,
  /** For what the disk did not let be done; a look-up would have changed nothing anyway. */
  failedLorebook: (problem: OpenProblem, isLookUp: boolean, reference: string): string => {
    if (problem.kind === 'locked') {
      return 'The lorebook of this server is being written by a longer work, such as an import: nothing was saved, try again in a moment.';
    }
    const what = isLookUp ? 'This cannot be answered' : 'Nothing was saved';
    return `${what}${because(problem)}: tell the host of this bot the reference ${reference}.`;
  },
  bot: (problem: BotProblem, apiUrl: string): string => {
    switch (problem.kind) {
      case 'token-invalid':
        return 'Discord does not take this DISCORD_TOKEN: copy it again from the Bot page of your application (https://discord.com/developers/applications).';
      case 'intents-disallowed':
        return 'Discord refuses the intents of this bot: it needs none of the privileged ones, so check that the token belongs to this application.';
      case 'unreachable':
        return `Discord cannot be reached at ${apiUrl} (${problem.why}): check the network and DISCORD_API_URL.`;
    }
  },
  starter: (name: string, faults: readonly string[]): string =>
    `STARTER_PACK ${name} cannot be loaded: ${faults.slice(0, 3).join('; ')}. Run "npm run -s lore -- pack check ${name}" for all faults.`,
  unknownCommand: 'This command is not known any more: Discord shows the new ones in a minute.',
  notYoursToRemove: 'Only whoever asked for it, or somebody who may manage messages here, can remove this answer.',
  file: (problem: FileProblem): string => {
    switch (problem.kind) {
      case 'file-too-large':
        return `${problem.name} is larger than ${Math.floor(problem.most / 1_000_000)} MB: split it, or ask the host of this bot to load it from the terminal.`;
      case 'file-from-elsewhere':
        return `${problem.name} does not come from Discord: attach the file itself to the command.`;
      case 'file-unreachable':
        return `${problem.name} could not be fetched from Discord: attach it again.`;
    }
  },
  onlyInServers: 'A lorebook belongs to a server: use this command in one.',
  staleButton: 'This button is from an older version of the bot: run the command again.',
} as const;

/** What is the matter with a lorebook, for people who cannot see the disk. */
function because(problem: OpenProblem): string {
  switch (problem.kind) {
    case 'disk-full':
      return ', as the disk is full';
    case 'disk-error':
      return ', as the disk reported an error';
    case 'read-only':
      return ', as the bot may not write there';
    case 'corrupt':
    case 'not-a-lorebook':
      return ', as its file is damaged';
    default:
      return '';
  }
}
