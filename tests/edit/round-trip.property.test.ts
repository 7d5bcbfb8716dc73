import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/edit/pack/load-pack.ts';
import { savePack } from '../../src/edit/pack/save-pack.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { readPack } from '../../src/pack/read-folder.ts';
import { writePackFolder } from '../../src/pack/write-folder.ts';
import { contentsOf } from '../support/contents.ts';
import { openAt, TESTER, THEN } from '../support/lorebook.ts';
import { aHead, type PackFiles, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

/** Text as somebody may write it: marks of files and of Markdown, several scripts, quotes, equal signs. */
const word = fc.string({
  unit: fc.constantFrom(...'aBéñж東Ω019 -_\'’"|=,;:.*#@<>[]()\\/\n\t½🜂'),
  minLength: 1,
  maxLength: 24,
});
const name = word.filter((text) => text.trim() !== '').map((text) => text.trim());
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const ENTITIES = 5;
const WORKS = ['First Book', 'Second | Book', 'Third = Book'];
const thing = fc.nat(ENTITIES - 1).map((number) => `thing-${number}`);

const entities = fc.tuple(
  ...Array.from({ length: ENTITIES }, (_, number) =>
    fc.record({
      name,
      kind: fc.constantFrom('person', 'place', 'office', 'odd kind', ''),
      aliases: fc.array(name, { maxLength: 3 }),
      continuity: fc.constantFrom(null, 'main', 'side'),
      slug: fc.constant(`thing-${number}`),
      about: word,
    }),
  ),
);

const date = fc.constantFrom(
  '2371',
  '2371~',
  '/0837',
  '3162/..',
  '[..0900]',
  '23XX',
  'the day after',
  '2371-02/2372',
  '',
);
const value = fc.oneof(
  fc.record({ predicate: fc.constantFrom('member_of', 'ruled_by', 'killed_by'), value: thing }),
  fc.record({ predicate: fc.constantFrom('outcome', 'motive', 'described_as', 'status'), value: name }),
  fc.record({ predicate: fc.constant('existed'), value: fc.constantFrom('yes', 'no', true, false) }),
  fc.record({ predicate: fc.constantFrom('born', 'released', 'formed'), value: date.filter((text) => text !== '') }),
  fc.record({
    predicate: fc.constant('count_of'),
    value: fc
      .tuple(
        fc.constantFrom('', 'about ', 'at least ', 'more than '),
        fc.nat(99_999),
        fc.constantFrom('', ' ships', ' grey ½ men'),
      )
      .map((parts) => parts.join('')),
  }),
  fc.record({ predicate: fc.constantFrom('fate', 'led_by'), value_kind: fc.constantFrom('unknown', 'none') }),
);
const claim = fc
  .tuple(
    value,
    fc.record({
      subject: thing,
      date,
      end: fc.constantFrom('', '', '2380', '..', 'some day'),
      date_kind: fc.constantFrom('', 'point', 'state', 'asof'),
      continuity: fc.constantFrom('', 'main', 'side'),
      modality: fc.constantFrom('', 'asserted', 'hedged', 'belief'),
      statement: word,
      qualifiers: fc.constantFrom('', 'role=major', 'speaker=thing-1|what=a = b', 'side=nobody known'),
    }),
    fc.constantFrom([], ['first-book'], ['first-book', 'second-book']),
    fc.constantFrom('', 'page 4', '|page 5'),
  )
  .map(([said, rest, works, locator]) => ({
    ...rest,
    ...said,
    work: works.join('|'),
    locator: works.length === 2 ? locator : '',
  }));

const passage = fc.record({
  file: fc.constantFrom('page.txt', ''),
  page: fc.constantFrom('A page', ''),
  line: fc.constantFrom(1, null),
  section: word,
  text: word,
  continuity: fc.constantFrom(null, 'main', 'side'),
  about: optional(thing),
  entities: fc.uniqueArray(thing, { maxLength: 3 }),
  dates: fc.constantFrom([], ['2371']),
  citations: fc.array(
    fc.record({
      work: optional(fc.constantFrom('first-book', 'second-book')),
      title: word,
      locator: fc.constantFrom('', 'page 4'),
      reach: fc.constantFrom('field', 'sentence', 'paragraph'),
      at: fc.constantFrom(null, 3),
    }),
    { maxLength: 2 },
  ),
});

const pack: fc.Arbitrary<PackFiles> = fc.record({
  head: fc.record({ title: name, description: word, here: optional(fc.constant('side')) }).map((head) =>
    aHead({
      title: head.title,
      description: head.description,
      continuities: [
        { slug: 'main', name: 'main timeline' },
        { slug: 'side', name: 'side timeline', parent: 'main', branch: '2300' },
      ],
      accounts: [
        { slug: 'chronicle', title: 'The chronicle', here: head.here },
        { slug: 'copy', title: 'A copy', copy_of: 'chronicle', now: '2370' },
      ],
    }),
  ),
  entities,
  works: fc.constant(WORKS.map((title) => ({ title, kind: 'book' }))),
  passages: fc.record({ chronicle: fc.array(passage, { maxLength: 4 }) }),
  claims: fc.record({ chronicle: fc.array(claim, { maxLength: 6 }), copy: fc.array(claim, { maxLength: 3 }) }),
});

function loaded(folder: string): Lorebook {
  const read = readPack(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const lorebook = openAt(':memory:');
  const done = loadPack(read.value, {
    writer: lorebook.write,
    references: lorebook.references,
    actor: TESTER,
    at: THEN,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return lorebook;
}

describe('any pack that loads', () => {
  it('is the same lorebook after it was saved and loaded again', () => {
    fc.assert(
      fc.property(pack, (files) => {
        const folder = temp();
        const first = loaded(writePack(join(folder, 'given'), files));
        writePackFolder(join(folder, 'saved'), savePack(first.read, first.references));
        const second = loaded(join(folder, 'saved'));
        const [before, after] = [contentsOf(first), contentsOf(second)];
        first.close();
        second.close();
        expect(after).toEqual(before);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});
