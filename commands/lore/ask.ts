import type { Answer } from '../../src/ask/answer.ts';
import { ask as answerQuestion } from '../../src/ask/ask.ts';
import { remembering } from '../../src/ask/remembering.ts';
import { askDocument, askJson, explainText } from '../../src/documents/ask.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { AskedQuestion } from '../../src/lore/reader.ts';
import { fact, heading, line } from '../../src/messages/document.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';

const LONGEST_QUESTION = 300;

export const ask = {
  name: 'ask',
  description: commands.lore.ask.description,
  options: [
    {
      name: 'question',
      description: commands.lore.ask.question,
      type: 'string',
      isRequired: true,
      maxLength: LONGEST_QUESTION,
    },
    { name: 'explain', description: commands.lore.ask.explain, type: 'boolean', isTerminalOnly: true },
  ],
  positional: ['question'],
  answer: (lorebook, options) => {
    const reader = remembering(lorebook.read);
    const voice = voiceOf(reader);
    const answer = answerQuestion(options.question ?? '', reader);
    if (answer.status === 'answered') for (const entity of answer.entities) lorebook.noteAsked(entity.id);
    else if (answer.status !== 'ambiguous' && answer.question.trim() !== '') {
      lorebook.noteUnanswered(askedOf(answer));
    }
    const document = askDocument(answer, voice);
    const isExplained = options.explain === 'true';
    const explained = isExplained ? explainText(answer, voice) : '';
    const lines = explained.split('\n').map((words) => fact(line(words)));
    return {
      kind: 'answered',
      isFound: answer.status === 'answered' || answer.status === 'ambiguous',
      document: isExplained
        ? { ...document, items: [...document.items, heading(commands.lore.ask.explained), ...lines] }
        : document,
      json: () => (isExplained ? { ...askJson(answer, voice), explain: explained } : askJson(answer, voice)),
      again: { question: options.question ?? '' },
    };
  },
  mark: (lorebook, options) => {
    lorebook.markWrong(askedOf(answerQuestion(options.question ?? '', lorebook.read)));
  },
} satisfies LookupCommand;

/** A question with how it was read, as it is kept for the keepers. */
function askedOf(answer: Answer): AskedQuestion {
  const names = answer.entities.map((entity) => entity.name).join(', ');
  const reading = [answer.intent, names].filter((part) => part !== '').join(': ');
  return { text: answer.question, status: answer.status, reading, at: Date.now() };
}
