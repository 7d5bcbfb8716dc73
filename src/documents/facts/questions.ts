import type { OpenQuestion } from '../../lore/reader.ts';
import { type Document, fact, line, small } from '../../messages/document.ts';
import { questions as words } from '../../messages/en/questions.ts';

/** What a lorebook was asked in vain, or answered wrongly as somebody says. */
export function questionsDocument(open: readonly OpenQuestion[]): Document {
  return {
    tone: open.length === 0 ? 'empty' : 'plain',
    heading: words.heading,
    items:
      open.length === 0
        ? [fact(line(words.none))]
        : open.map((question) =>
            fact(line({ strong: question.text }), small(words.counts(question.asks, question.marks, question.reading))),
          ),
    links: open.slice(0, 1).map(({ text }) => ({ label: words.askAgain, command: 'ask', options: { question: text } })),
  };
}

export function questionsJson(open: readonly OpenQuestion[]) {
  return {
    items: open.map(({ text, status, reading, asks, marks, at }) => ({
      question: text,
      status,
      reading,
      asks,
      marks,
      last: new Date(at).toISOString(),
    })),
    conflicts: [],
  };
}
