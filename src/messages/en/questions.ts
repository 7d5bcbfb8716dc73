import { common } from './common.ts';

export const questions = {
  heading: 'Questions this lorebook could not answer',
  none: 'Every question found an answer so far.',
  askAgain: 'Ask the first one again',
  counts: (asks: number, marks: number, reading: string): string =>
    [
      asks === 0 ? '' : `asked in vain ${common.count(asks, 'time', 'times')}`,
      marks === 0 ? '' : `marked wrong ${common.count(marks, 'time', 'times')}`,
      reading === '' ? '' : `read as ${reading}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  wasWrong: 'Was this wrong?',
  whoSays: 'Who says so',
  explain: 'How it was read',
  kept: 'The question was kept for those who look after this lorebook. Thank you.',
} as const;
