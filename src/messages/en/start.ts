import type { Link } from '../document.ts';

/** What `npm start` prints without a token. */
export const start = {
  playground: (url: string, title: string | null, tries: readonly string[]): string =>
    [
      `The playground is open at ${url}`,
      '',
      title === null
        ? 'It is the whole bot in your browser, with an empty lorebook. Speak as Admin there, and begin with one of these:'
        : `It is the whole bot in your browser, with the lorebook “${title}”. Three things to try there:`,
      ...tries.map((words) => `  ${words}`),
      '',
      'To take it to Discord: put DISCORD_TOKEN=… into a file .env (see README.md) and start again.',
      'Ctrl+C ends.',
    ].join('\n'),
  /** Where nothing is told yet. */
  firstSteps: ['/fact add', '/lorebook import', '/lorebook setup'],
  typed: ({ command, options }: Pick<Link, 'command' | 'options'>): string =>
    [`/lore ${command}`, ...Object.entries(options).map(([name, value]) => `${name}:${value}`)].join(' '),
} as const;
