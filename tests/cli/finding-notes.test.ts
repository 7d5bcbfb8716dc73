import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const temp = tempFolders();
const SENTENCE =
  'In the tenth year of the drought the council at the ford named Aldis Fenn its first reeve of the mill';
const holds = (subject: string, statement: string, more: object = {}) => ({
  subject,
  predicate: 'holds_position',
  value: 'Reeve of the Mill',
  date: '0410/0420',
  date_kind: 'state',
  statement,
  ...more,
});

let book: string;
beforeAll(async () => {
  const folder = writePack(temp(), {
    head: aHead({
      continuities: [
        { slug: 'main', name: 'main timeline' },
        { slug: 'dry', name: 'dry timeline', parent: 'main', branch: '0400' },
      ],
      accounts: ['chronicle', 'rolls', 'transcript', 'ballad'].map((slug) => ({ slug, title: `The ${slug}` })),
    }),
    entities: [
      { name: 'Reeve of the Mill', kind: 'office' },
      { name: 'Aldis Fenn', kind: 'person', continuity: 'main' },
      { name: 'Aldis Fenn', kind: 'person', continuity: 'dry', counterpart: 'aldis-fenn' },
      { name: 'Bero Strand', kind: 'person' },
    ],
    works: [{ title: 'Mill Book', kind: 'ledger' }],
    claims: {
      chronicle: [
        holds('aldis-fenn', `${SENTENCE}.`, { date: '0410', end: '0420' }),
        { subject: 'Bero Strand', predicate: 'born', value: '0371', work: 'Mill Book', locator: 'leaf 2' },
      ],
      transcript: [holds('aldis-fenn', SENTENCE, { date: '0410', end: '0420' })],
      rolls: [
        holds('Bero Strand', 'Strand had the mill from 412.', { date: '0412', end: '0418' }),
        { subject: 'Bero Strand', predicate: 'born', value: '0375', work: 'Mill Book', locator: 'leaf 2' },
      ],
    },
  });
  book = join(temp(), 'mill.db');
  expect(await terminal(['pack', 'load', folder, '--lorebook', book])).toMatchObject({ exit: 0, error: '' });
});

interface Found {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly notes: readonly { readonly code: string; readonly claims: readonly number[] }[];
}

async function conflictOver(title: string): Promise<Found> {
  const { out } = await terminal(['conflicts', '--lorebook', book, '--json']);
  const found = (JSON.parse(out) as Found[]).find((one) => one.title.includes(title));
  if (found === undefined) throw new Error(`nothing over ${title} in ${out}`);
  return found;
}

describe('what is noted beside a conflict', () => {
  it('a namesake that may be meant, and a sentence that repeats another', async () => {
    const { id, notes } = await conflictOver('Reeve');
    expect(notes.map(({ code }) => code).sort()).toEqual(['copy', 'identity']);
    expect(notes.find(({ code }) => code === 'copy')?.claims).toHaveLength(2);
    const card = await terminal(['conflicts', '--about', id, '--lorebook', book]);
    expect(card.out).toContain('Aldis Fenn has a namesake');
    expect(card.out).toContain('2 accounts (1 independent)');
  });

  it('that both cite one place of one work', async () => {
    const { why, notes } = await conflictOver('Bero Strand');
    expect(notes).toMatchObject([{ code: 'same-work' }]);
    expect(why).toContain('Both cite the same work');
  });
});
