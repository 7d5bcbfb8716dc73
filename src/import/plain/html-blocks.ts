import { Parser } from 'htmlparser2';
import { type Block, ITALIC } from './block.ts';

const HEADING = /^h([1-6])$/;
/** What belongs to the site and not to the page, by element and by the usual words of classes and ids. */
const SKIPPED = new Set(
  'script style noscript template nav footer form button select textarea svg math iframe object head'.split(' '),
);
const SKIPPED_MARK =
  /(?:^|[\s_-])(?:navbox|toc|navigation|breadcrumbs?|editsection|printfooter|catlinks|sidebar|comments?|cookie|advert|menu|noprint)(?:$|[\s_-])/i;
const BREAKING = new Set(
  'p div section article main aside header table tbody thead tr ul ol dl dd dt li blockquote figure figcaption pre hr body html center'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Where one of these is, the page is inside it. */
const CONTENT = /^(?:mw-parser-output|mw-content-text|entry-content|post-content|article-body)$/;
const BOX = /(?:^|[\s_-])(?:infobox|factbox)(?:$|[\s_-])/i;
/** Deeper than any page; every further element would cost more than the one before. */
export const MOST_OPEN = 2000;
const PIECE = 1 << 14;

interface Open {
  readonly name: string;
  readonly isSkipped: boolean;
  readonly isContent: boolean;
  readonly isBox: boolean;
  /** Number of the last item of an ordered list. */
  items: number;
}

export interface HtmlPage {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The line about which elements lay too deep in each other, so that the rest was not read. */
  readonly cutAt: number | null;
}

/** Saved HTML as blocks; a fact box's rows become fields. Broken markup is read as browsers read it. */
export function htmlBlocks(html: string): HtmlPage {
  const page = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  let at = 0;
  for (; at < html.length && !page.isTooDeep; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (!page.isTooDeep) parser.end();
  return { ...page.read(), cutAt: page.isTooDeep ? html.slice(0, at).split('\n').length : null };
}

class PageReader {
  isTooDeep = false;
  readonly #open: Open[] = [];
  readonly #blocks: { readonly block: Block; readonly isContent: boolean }[] = [];
  #skipped = 0;
  #content = 0;
  #boxes = 0;
  #text = '';
  #key: string | null = null;
  #title = '';
  #isTitle = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'title') this.#isTitle = this.#title === '';
    if (name === 'br') this.text(this.#boxes > 0 ? ', ' : '\n');
    if (VOID.has(name)) return;
    if (this.#open.length >= MOST_OPEN) {
      this.isTooDeep = true;
      return;
    }
    const mark = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.role ?? ''}`;
    const isContent = name === 'main' || name === 'article' || mark.split(/\s+/).some((word) => CONTENT.test(word));
    const isBox = BOX.test(mark);
    const one: Open = {
      name,
      isSkipped: (SKIPPED.has(name) || (!isBox && !isContent && SKIPPED_MARK.test(mark))) && name !== 'head',
      isContent,
      isBox,
      items: 0,
    };
    if (this.#boundary(name)) this.#flush();
    this.#open.push(one);
    this.#skipped += Number(one.isSkipped);
    this.#content += Number(isContent);
    this.#boxes += Number(isBox);
    if (name === 'i' || name === 'em' || name === 'cite') this.text(ITALIC.open);
    if (name === 'sup' && attributes.class?.includes('reference') !== true) this.text(' ');
  }

  text(text: string): void {
    if (this.#isTitle) this.#title += text;
    else if (this.#skipped === 0) this.#text += text;
  }

  close(name: string): void {
    this.#isTitle = false;
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at === -1) return;
    if (name === 'i' || name === 'em' || name === 'cite') this.text(ITALIC.close);
    this.#closeBlock(name);
    for (const one of this.#open.splice(at)) {
      this.#skipped -= Number(one.isSkipped);
      this.#content -= Number(one.isContent);
      this.#boxes -= Number(one.isBox);
    }
  }

  read(): { readonly title: string; readonly blocks: readonly Block[] } {
    this.#flush();
    const inside = this.#blocks.filter(({ isContent }) => isContent);
    const kept = inside.some(({ block }) => block.kind === 'paragraph') ? inside : this.#blocks;
    const heading = this.#blocks.find(({ block }) => block.kind === 'heading' && block.level === 1)?.block;
    const title = heading?.kind === 'heading' ? heading.text : tidied(this.#title).split(/\s+[|–—-]\s+/)[0];
    return { title: title ?? '', blocks: kept.map(({ block }) => block) };
  }

  #boundary(name: string): boolean {
    return HEADING.test(name) || BREAKING.has(name) || name === 'td' || name === 'th';
  }

  /** In a fact box `th` and `dt` (and headings of portable ones) are the keys of what follows them. */
  #closeBlock(name: string): void {
    const isKey = this.#boxes > 0 && (name === 'th' || name === 'dt' || name === 'h3');
    if (isKey) {
      this.#key = tidied(this.#text);
      this.#text = '';
    } else if (this.#boundary(name)) this.#flush(name);
  }

  #flush(closed = ''): void {
    const text = tidied(this.#text);
    this.#text = '';
    if (text === '') return;
    const [, level] = HEADING.exec(closed) ?? [];
    const block = this.#blockOf(text, level === undefined ? null : Number(level), closed);
    this.#blocks.push({ block, isContent: this.#content > 0 });
  }

  #blockOf(text: string, level: number | null, closed: string): Block {
    if (this.#boxes > 0 && this.#key !== null) {
      const key = this.#key;
      this.#key = null;
      return { kind: 'field', key, value: text, line: 0 };
    }
    if (level !== null) return { kind: 'heading', text: text.replace(/\s*\[edit\]\s*$/i, ''), level, line: 0 };
    if (closed !== 'li') return { kind: 'paragraph', text, line: 0 };
    const list = this.#open.findLast((one) => one.name === 'ol' || one.name === 'ul');
    if (list === undefined || list.name === 'ul') return { kind: 'item', text, number: null, line: 0 };
    list.items += 1;
    return { kind: 'item', text, number: String(list.items), line: 0 };
  }
}

function tidied(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}
