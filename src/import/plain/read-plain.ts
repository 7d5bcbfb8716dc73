import { importReasons } from '../../messages/en/import-reasons.ts';
import type { Gathered } from '../gathered.ts';
import { htmlBlocks, MOST_OPEN } from './html-blocks.ts';
import type { KnownLore, PageOptions } from './known-lore.ts';
import { readPage } from './read-page.ts';
import { textBlocks } from './text-blocks.ts';

/** A page of text or Markdown. */
export function readText(text: string, known: KnownLore, options: PageOptions): Generator<Gathered> {
  return readPage(textBlocks(text), { title: options.page ?? '' }, known, options);
}

/** A saved web page. */
export function* readHtml(html: string, known: KnownLore, options: PageOptions): Generator<Gathered> {
  const { title, blocks, cutAt } = htmlBlocks(html);
  yield* readPage(blocks, { title: options.page ?? title }, known, options);
  if (cutAt !== null) {
    const reason = importReasons.deepPage(MOST_OPEN);
    yield { kind: 'left-out', place: { file: options.file, line: cutAt }, reason };
  }
}
