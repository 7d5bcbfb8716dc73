/** Words around what accounts say in their own words. */
export const passageWords = {
  heading: 'In the words of the accounts (text, not recorded claims)',
  quote: (text: string): string => `“${text}”`,
  isText: 'text, not a recorded claim',
} as const;
