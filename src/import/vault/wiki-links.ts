/** A link of a note: what it leads to and what is shown. */
export interface WikiLink {
  readonly target: string;
  readonly shown: string;
}

const LINK = /!?\[\[([^\][\n]{1,500})\]\]/g;
const MARKDOWN_LINK = /!?\[([^\][\n]{0,300})\]\(([^()\s]{1,500})(?:\s+"[^"]*")?\)/g;
const COMMENT = /%%[\s\S]*?(?:%%|$)|<!--[\s\S]*?(?:-->|$)/g;
const BLOCK_ID = /\s\^[A-Za-z0-9-]+\s*$/gm;
const CALLOUT = /^>\s*\[![\w-]+\][+-]?\s*/gm;
const QUOTE = /^>\s?/gm;

/** The text of a note as a reader sees it, and its links in their order. */
export function readLinks(body: string): { readonly text: string; readonly links: readonly WikiLink[] } {
  const links: WikiLink[] = [];
  const text = body
    .replace(COMMENT, '')
    .replace(CALLOUT, '')
    .replace(QUOTE, '')
    .replace(BLOCK_ID, '')
    .replace(LINK, (whole, inner: string) => {
      const link = linkOf(inner);
      // A picture or another note inside this one is not its text.
      if (whole.startsWith('!') && /\.\w{2,5}$/.test(link.target)) return '';
      links.push(link);
      return link.shown;
    })
    .replace(MARKDOWN_LINK, (whole, shown: string, address: string) => {
      if (whole.startsWith('!')) return '';
      if (!/^[a-z][a-z+.-]*:/i.test(address)) links.push({ target: decoded(address).replace(/\.md$/i, ''), shown });
      return shown;
    });
  return { text, links };
}

/** `[[Folder/Note#Heading|shown]]`. */
export function linkOf(inner: string): WikiLink {
  const [target = '', shown] = inner.split('|');
  const note = (target.split(/[#^]/)[0] ?? '').trim().replace(/\.md$/i, '');
  const name = note.split('/').at(-1) ?? note;
  return { target: note, shown: (shown ?? (name === '' ? target : name)).trim() };
}

/** The link that a whole text is; null where it is more than that. */
export function onlyLink(text: string): WikiLink | null {
  const [, inner] = /^!?\[\[([^\][\n]{1,500})\]\]$/.exec(text.trim()) ?? [];
  return inner === undefined ? null : linkOf(inner);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
