import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const temp = tempFolders();

/** Lines typed at the prompt of one lorebook; with JSON one document for each. */
async function typed(book: string, lines: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const { out } = await terminal(['--json', '--lorebook', book], {}, lines.join('\n'));
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('facts at the prompt', () => {
  it('are saved at once, one document a line', async () => {
    const book = join(temp(), 'lorebook.db');
    const [added, unknown, made, found] = await typed(book, [
      '/fact add subject:Martok predicate:described as value:one-eyed: truly date:2375 account:rebel-side-telling',
      '/fact add subject:Martok predicate:captured value:Nobody Known',
      '/fact add subject:Martok predicate:captured value:Nobody Known create:true',
      '/lore entry name:Nobody Known',
    ]);
    expect(added).toMatchObject({
      status: 'saved',
      claim: { subject: 'Martok', value: 'one-eyed: truly', account: 'The rebel-side telling', date: '2375' },
      opened: [],
      closed: [],
    });
    expect(added?.tookMs).toBeTypeOf('number');
    expect(JSON.stringify(unknown)).toMatch(/Nothing here is called “Nobody Known”.*create:true/);
    expect(made).toMatchObject({ status: 'saved', claim: { account: 'Terminal (own statement)', modality: 'hedged' } });
    expect(found).toMatchObject({ status: 'answered' });
    const claim = (added?.claim as { id: number } | undefined)?.id;
    const [amended, cited, retracted, again, alias, away] = await typed(book, [
      `/fact amend claim:#${claim} date:2376`,
      `/fact cite claim:${claim} work:Crossover`,
      `/fact retract claim:${claim}`,
      `/fact retract claim:${claim} reason:gone`,
      '/fact alias name:Martok add:Old One-Eye',
      '/fact alias name:Old One-Eye remove:Old One-Eye',
    ]);
    expect(claim).toBeGreaterThan(0);
    expect(amended).toMatchObject({ status: 'saved', before: { id: claim }, claim: { date: '2376' } });
    for (const refused of [cited, retracted, again]) expect(JSON.stringify(refused)).toContain('was retracted');
    expect(alias).toMatchObject({ status: 'saved', claim: null });
    expect(away).toMatchObject({ status: 'saved' });
  });

  it('are suggested with dates as people say them, however they are written', async () => {
    const book = join(temp(), 'lorebook.db');
    await typed(book, [
      '/lore suggest subject:Martok predicate:captured value:Worf date:0905',
      '/lore suggest subject:Terok Nor predicate:formed value:0872',
    ]);
    const { out } = await terminal(['--lorebook', book], {}, '/fact queue');
    expect(out).toContain('(905)');
    expect(out).toMatch(/\b872\./);
    expect(out).not.toMatch(/\b0(905|872)\b/);
  });

  it('are suggested, listed, approved and rejected', async () => {
    const book = join(temp(), 'lorebook.db');
    const [sent, twice, listed, approved, late, empty] = await typed(book, [
      '/lore suggest subject:Martok predicate:described_as value:grim note:a guess',
      '/lore suggest subject:Martok predicate:described_as value:grim note:a guess',
      '/fact queue',
      '/fact queue approve:1',
      '/fact queue reject:1 reason:no',
      '/fact queue',
    ]);
    expect(sent).toMatchObject({ status: 'waiting', suggestion: { id: 1, status: 'waiting', note: 'a guess' } });
    expect(JSON.stringify(twice)).toContain('just this already');
    expect(listed).toMatchObject({ waiting: 1, items: [{ id: 1, cells: { value: 'grim' } }] });
    expect(approved).toMatchObject({ suggestion: { status: 'approved' }, saved: { claim: { value: 'grim' } } });
    expect(JSON.stringify(late)).toContain('was approved by Terminal');
    expect(empty).toMatchObject({ waiting: 0, items: [] });
  });

  it.each([
    ['/fact add', 'is empty'],
    ['/fact add subject:Martok', 'is empty'],
    ['/fact amend', 'claim'],
    ['/fact amend claim:1', 'nothing would change'],
    ['/fact amend claim:x date:2300', 'not the number'],
    ['/fact retract claim:1', 'reason'],
    ['/fact alias name:Martok', 'one of the two'],
    ['/fact queue approve:x', 'no suggestion'],
    ['/lore suggest value:x', 'is empty'],
  ])('%s is answered in one sentence', async (line, said) => {
    const [answer] = await typed(join(temp(), 'lorebook.db'), [line]);
    expect((answer?.error as { message: string } | undefined)?.message).toContain(said);
  });
});
