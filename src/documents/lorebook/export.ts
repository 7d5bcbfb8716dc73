import { type Document, fact, line, small } from '../../messages/document.ts';
import { exportWords as words } from '../../messages/en/export.ts';

/** The card beside an export: what the file is, and how it comes in again. */
export function exportDocument(saved: {
  readonly title: string;
  readonly format: keyof typeof words.formats;
  readonly name: string;
  readonly bytes: number;
}): Document {
  const { title, format, name, bytes } = saved;
  return {
    tone: 'plain',
    heading: words.card.heading(title),
    items: [
      fact(
        line(words.card.line(name, words.formats[format])),
        small(words.card.size(bytes)),
        small(words.card.again[format]),
      ),
    ],
    links: [],
  };
}
