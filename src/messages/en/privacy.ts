import { common } from './common.ts';

/** /lore privacy: what is kept about whoever asks. */
export const privacy = {
  heading: 'What is kept about you on this server',
  key: (name: string): string =>
    `Your id on Discord, and “${name}”, the name you went by when you last changed something here.`,
  nothing: 'Nothing: you have changed and proposed nothing here.',
  counts: (edits: number, suggestions: number, statements: number, drafts: number): string =>
    [
      common.count(edits, 'edit', 'edits'),
      common.count(suggestions, 'suggestion', 'suggestions'),
      common.count(statements, 'statement of your own', 'statements of your own'),
      common.count(drafts, 'preview not saved yet', 'previews not saved yet'),
    ].join(' · '),
  howLong:
    'Edits, suggestions and statements stay as long as this server’s lorebook; a preview stays a day. When the bot is removed from the server, all of it is deleted after 30 days.',
  questions: 'A question that found no answer, or that somebody marked as wrong, is kept without saying who asked it.',
  not: 'Not kept: messages, who looked up what, your roles. Nothing is sent to anybody else.',
  log: 'If something breaks, the host’s log notes your id beside the error.',
  pseudonymIs:
    'A pseudonym takes your place everywhere here: your id and name go, previews and notes to reviewers are deleted. What you wrote down stays, without you. That cannot be undone, and rights to your own facts go with it.',
  cards:
    'Cards in channels that name you stay until somebody deletes them. What you do from now on is kept under your name again.',
  buttons: {
    file: 'Get it as a file',
    replace: 'Replace me by a pseudonym …',
    sure: 'Replace me',
    not: 'Leave it as it is',
  },
  fileHeading: 'All that is kept about you on this server',
  file: 'The file is JSON: your edits, suggestions, statements and previews, word for word.',
  fileTooLarge: 'It is too large to attach: ask the host of this bot for it.',
  sureHeading: 'Replace you by a pseudonym?',
  doneHeading: 'A pseudonym has taken your place',
  done: (name: string): string => `Here you are “${name}” now. Nothing here says any more who that was.`,
  pseudonym: (code: string): string => `Former member ${code}`,
  nobody: 'Nothing is kept under your name here: there is nothing to replace.',
} as const;
