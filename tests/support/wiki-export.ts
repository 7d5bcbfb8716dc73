/** One page of an export as tests write it. */
export interface ExportedPage {
  readonly title: string;
  readonly text?: string;
  readonly ns?: number;
  readonly redirect?: string;
  readonly user?: string;
}

/** A MediaWiki XML export of these pages. */
export function wikiExportXml(pages: readonly ExportedPage[], { hasNs = true } = {}): string {
  const body = pages.map(({ title, text = '', ns = 0, redirect, user = 'Somebody' }) => {
    const target = redirect === undefined ? '' : `<redirect title="${escaped(redirect)}" />`;
    const words = redirect === undefined ? text : `#REDIRECT [[${redirect}]]`;
    return `<page><title>${escaped(title)}</title>${hasNs ? `<ns>${ns}</ns>` : ''}<id>1</id>${target}<revision><id>2</id>
<timestamp>2020-01-01T00:00:00Z</timestamp><contributor><username>${user}</username></contributor>
<text xml:space="preserve">${escaped(words)}</text></revision></page>`;
  });
  return `<mediawiki version="0.10" xml:lang="en"><siteinfo><sitename>A wiki</sitename><namespaces>
<namespace key="0" /><namespace key="1">Talk</namespace><namespace key="2">User</namespace>
<namespace key="6">File</namespace><namespace key="14">Category</namespace></namespaces></siteinfo>
${body.join('\n')}
</mediawiki>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
