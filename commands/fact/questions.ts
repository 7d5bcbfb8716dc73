import { questionsDocument, questionsJson } from '../../src/documents/facts/questions.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';

const MOST_LISTED = 500;

export const questions = {
  name: 'questions',
  description: commands.fact.questions.description,
  options: [],
  positional: [],
  needs: 'see unanswered questions',
  answer: (lorebook) => {
    const open = lorebook.questions(MOST_LISTED);
    return {
      kind: 'answered',
      isFound: open.length > 0,
      document: questionsDocument(open),
      json: () => questionsJson(open),
      again: {},
    };
  },
} satisfies LookupCommand;
