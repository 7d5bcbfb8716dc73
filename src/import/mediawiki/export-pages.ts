import { SaxesParser } from 'saxes';
import { ImportError, type ImportProblem } from '../import-problem.ts';
import { PAGE_LIMITS } from '../page-budget.ts';
import { TableError, textChunks } from '../tables/text-chunks.ts';
import { limitRuns } from './limit-runs.ts';
import { WikiSite } from './site.ts';

/** One page of an export, in its newest revision. */
export interface WikiPage {
  readonly title: string;
  /** Target of a redirect, if it is one. */
  readonly redirect: string | null;
  readonly text: string;
  /** Where it begins in the file. */
  readonly line: number;
  /** True where its text went beyond what a page may hold: the rest is not there. */
  readonly isCut: boolean;
}

export interface WikiExport {
  readonly site: WikiSite;
  /** Pages of content (namespace 0), one at a time. Throws ImportError at the place where the file is damaged. */
  readonly pages: Generator<WikiPage>;
  /** Pages of other namespaces that were passed over so far. */
  readonly passedOver: () => number;
}

/** Texts of elements longer than this are no titles. */
const LONGEST_LINE = 1_000;

/** Streams a MediaWiki XML export (0.3 to 0.11). Who edited is never read. */
export function wikiExport(path: string, encoding: string | null = null): WikiExport {
  const reading = new ExportReading(path);
  return {
    site: reading.site,
    pages: reading.pages(encoding),
    passedOver: () => reading.passedOver,
  };
}

class ExportReading {
  readonly site = new WikiSite();
  passedOver = 0;
  readonly #path: string;
  readonly #parser = new SaxesParser();
  readonly #ready: WikiPage[] = [];
  #found = 0;
  #isExport = false;
  #fault: ImportProblem | null = null;
  #dropped = 0;
  #element = '';
  #words = '';
  #namespaceKey = '';
  #page: OpenPage | null = null;

  constructor(path: string) {
    this.#path = path;
    const parser = this.#parser;
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes as Record<string, string>));
    parser.on('closetag', ({ name }) => this.#close(name));
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('doctype', () => {
      this.#fault ??= { kind: 'doctype', path, line: parser.line };
    });
    parser.on('error', (error) => {
      this.#fault ??= { kind: 'broken-xml', path, line: parser.line, why: withoutPlace(error.message) };
    });
  }

  *pages(encoding: string | null): Generator<WikiPage> {
    const chunks = limitRuns(this.#chunks(encoding), PAGE_LIMITS.characters * 2, (dropped) => {
      this.#dropped += dropped;
    });
    for (const chunk of chunks) {
      this.#parser.write(chunk);
      yield* this.#ready.splice(0);
      if (this.#fault !== null) throw new ImportError(this.#fault);
    }
    const { line } = this.#parser;
    this.#parser.close();
    yield* this.#ready.splice(0);
    // What is wrong only at the end is that there is no end.
    if (this.#fault !== null) {
      throw new ImportError({ kind: 'cut-off', path: this.#path, line, pages: this.#found });
    }
    if (!this.#isExport) throw new ImportError({ kind: 'not-an-export', path: this.#path });
  }

  *#chunks(encoding: string | null): Generator<string> {
    try {
      yield* textChunks(this.#path, encoding ?? 'utf-8');
    } catch (error) {
      if (error instanceof TableError) throw new ImportError(error.problem);
      throw error;
    }
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (this.#fault !== null) return;
    this.#element = name;
    this.#words = '';
    if (name === 'mediawiki') this.#isExport = true;
    else if (name === 'namespace') this.#namespaceKey = attributes.key ?? '';
    else if (name === 'page') {
      this.#page = {
        title: '',
        namespace: null,
        redirect: null,
        isRedirect: false,
        text: '',
        line: this.#parser.line,
        stamp: '',
        best: '',
        isCut: false,
      };
    } else if (name === 'redirect' && this.#page !== null) {
      this.#page.isRedirect = true;
      this.#page.redirect = attributes.title ?? null;
    } else if (name === 'text') this.#dropped = 0;
  }

  #text(text: string): void {
    const page = this.#page;
    if (this.#element === 'text') {
      if (page === null || page.namespace !== 0) return;
      const room = PAGE_LIMITS.characters - this.#words.length;
      if (text.length > room) page.isCut = true;
      this.#words += text.length > room ? text.slice(0, Math.max(room, 0)) : text;
    } else if (KEPT.has(this.#element)) this.#words += text.slice(0, LONGEST_LINE);
  }

  #close(name: string): void {
    if (this.#fault !== null) return;
    const page = this.#page;
    const words = this.#words;
    this.#element = '';
    this.#words = '';
    if (name === 'namespace') this.site.addNamespace(words, Number(this.#namespaceKey));
    else if (page === null) return;
    else if (name === 'title') page.title = words.trim();
    else if (name === 'ns') page.namespace = Number(words);
    else if (name === 'timestamp') page.stamp = words.trim();
    else if (name === 'text') {
      // An export without <ns> (before 0.6) shows the namespace in the title alone; then the text was not kept.
      if (page.stamp >= page.best) [page.text, page.best] = [words, page.stamp];
      if (this.#dropped > 0) page.isCut = true;
    } else if (name === 'page') this.#finish(page);
    if (name === 'title' && page !== null && page.namespace === null)
      page.namespace = this.site.namespaceOf(page.title);
  }

  #finish(page: OpenPage): void {
    this.#page = null;
    this.#found += 1;
    if (page.namespace !== 0 || page.title === '') {
      this.passedOver += 1;
      return;
    }
    const { title, text, line, isCut } = page;
    this.#ready.push({ title, redirect: redirectOf(page), text, line, isCut });
  }
}

interface OpenPage {
  title: string;
  namespace: number | null;
  isRedirect: boolean;
  redirect: string | null;
  text: string;
  readonly line: number;
  /** When the revision that is being read was made, and the one that is kept. */
  stamp: string;
  best: string;
  isCut: boolean;
}

/** Elements whose words are wanted. Those about who edited are not among them. */
const KEPT: ReadonlySet<string> = new Set(['title', 'ns', 'namespace', 'timestamp']);

const REDIRECT = /^\s*#\p{L}+\s*:?\s*\[\[\s*:?([^[\]|{}\n]+)/u;

function redirectOf({ redirect, isRedirect, text }: OpenPage): string | null {
  const written = REDIRECT.exec(text)?.[1]?.trim();
  if (!isRedirect) return written ?? null;
  return redirect ?? written ?? null;
}

/** saxes begins its sentences with "line:column: ". */
function withoutPlace(message: string): string {
  return message.replace(/^(?:[^:\s]*:)?\d+:\d+:\s*/, '').replace(/\.$/, '');
}
