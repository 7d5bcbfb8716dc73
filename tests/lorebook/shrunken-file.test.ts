import { describe, expect, it } from 'vitest';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { aLorebook } from '../support/lorebook.ts';
import { outputOf } from '../support/other-process.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

/** Edits, so that its log says how large the file is; then the file is cut short under it, and everything is read. */
const READER = (path: string, other: string): string => `
  import { truncateSync } from 'node:fs';
  import { openLorebook, openProblemOf } from './src/lorebook/open.ts';
  const [book, other] = ${JSON.stringify([path, other])}.map((file) => openLorebook(file, Date.now).value);
  const readAll = ({ database }) => {
    const tables = database.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'");
    for (const { name } of tables) database.all('SELECT * FROM "' + name + '"');
  };
  readAll(book);
  book.drafts.add({ at: 1, ref: 'x', action: 'test', data: 'x' });
  truncateSync(${JSON.stringify(path)}, 3 * 4096);
  book.database.run('PRAGMA shrink_memory');
  try {
    readAll(book);
    process.stdout.write('fine');
  } catch (error) {
    process.stdout.write(openProblemOf(error, '')?.kind ?? String(error));
  }
  readAll(other);
  process.stdout.write(', and the other one answers');`;

describe('a file that is cut short under the bot', () => {
  it('is said to be damaged, and the process lives on', async () => {
    const folder = temp();
    const paths = ['guild.db', 'other.db'].map((file) => {
      const made = aLorebook(folder, packFolder('mirror-universe'), file);
      made.close();
      return made.path;
    });
    const said = await outputOf(READER(paths[0] ?? '', paths[1] ?? ''));
    expect(said).toBe('corrupt, and the other one answers');
  });
});
