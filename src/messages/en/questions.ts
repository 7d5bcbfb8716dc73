import { common } from './common.ts';

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : common.count(n, 'time', 'times');
}

export const questions = {
  heading: 'Questions this lorebook could not answer',
  none: 'Every question found an answer so far.',
  askAgain: 'Ask the first one again',
  counts: (asks: number, marks: number, reading: string): string =>
    [
      asks === 0 ? '' : `asked ${times(asks)} in vain`,
      marks === 0 ? '' : `marked wrong ${times(marks)}`,
      reading === '' ? '' : reading === 'none' ? 'not understood' : `read as ${reading}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  wasWrong: 'Was this wrong?',
  whoSays: 'Who says so',
  explain: 'How it was read',
  kept: 'The question was kept for those who look after this lorebook. Thank you.',
} as const;
