import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import { readText } from '../../src/import/plain/read-plain.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { judge } from '../import/plain/against-pack.ts';

/**
 * Reads the accounts of the starter pack (`<letter>-<account slug>.txt`; they are no part of the project) as plain pages and holds what they suggest against the claims that people made
 * of them: right = subject, predicate, value and date agree with a claim of the same account.
 */
export function proseTable(folder: string): string {
  const pack = starterPack('mirror-universe');
  const opened = openLorebook(':memory:', () => 0);
  if (!pack.ok || !opened.ok || !existsSync(folder)) return `no accounts in ${folder}`;
  const lorebook = opened.value;
  stock(lorebook, pack.value, { ref: 'bench', name: 'Bench' }, 0);
  const { read } = lorebook;
  const lines = [
    '| account | suggestions | right | precision | claims | found | recall | citations | works |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const sum = { suggestions: 0, right: 0, claims: 0, found: 0, citations: 0 };
  const works = new Set<string>();
  for (const file of readdirSync(folder).sort()) {
    const slug = file.replace(/^[A-Z]-/, '').replace(/\.txt$/, '');
    const account = lorebook.references.account(slug);
    if (account === undefined) continue;
    const gathered = [
      ...readText(readFileSync(join(folder, file), 'utf8'), read, { file, continuity: read.continuities.home.slug }),
    ];
    const judged = gathered.flatMap((one) => (one.kind === 'suggestion' ? [judge(one, slug, lorebook)] : []));
    const base = read
      .claimsByAccount(account.id, 10_000)
      .filter((claim) => read.predicates.get(claim.predicate)?.isBase === true && claim.predicate !== 'continuity_of');
    const cited = gathered.flatMap((one) => (one.kind === 'passage' ? one.citations : []));
    const own = new Set(cited.map(({ work }) => work));
    for (const work of own) works.add(work);
    const row = {
      suggestions: judged.length,
      right: judged.filter(({ isRight }) => isRight).length,
      claims: base.length,
      found: new Set(judged.flatMap(({ claims }) => claims.map((claim) => claim.id))).size,
      citations: cited.length,
    };
    lines.push(tableRow(account.title, row, own.size));
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += row[key];
    if (process.env.WRONG !== undefined) {
      for (const { suggestion, isRight } of judged)
        if (!isRight) lines.push(`wrong: ${JSON.stringify(suggestion.cells)}`);
    }
  }
  const known = new Set(read.works().map((work) => work.title));
  const strange = [...works].filter((work) => !known.has(work));
  lines.push(
    tableRow('all', sum, works.size),
    '',
    `Cited works that the pack does not have: ${strange.length === 0 ? 'none' : strange.join(', ')}.`,
  );
  lorebook.close();
  return lines.join('\n');
}

function tableRow(
  title: string,
  row: Readonly<Record<'suggestions' | 'right' | 'claims' | 'found' | 'citations', number>>,
  works: number,
): string {
  const { suggestions, right, claims, found, citations } = row;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));
  return `| ${[title, suggestions, right, share(right, suggestions), claims, found, share(found, claims), citations, works].join(' | ')} |`;
}
