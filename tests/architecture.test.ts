import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './support/sources.ts';

const FILES = sourceFiles(['src', 'commands'], ['.ts', '.mjs']);

/** A part of the house: a folder of src/, or `commands`, or a file that stands alone. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second : top;
}

/** What each part may know besides itself. `main.ts` and `cli` choose the parts, so they may know all. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  lore: [],
  conflict: ['lore'],
  lookup: ['lore'],
  ask: ['lore', 'lookup'],
  pack: ['lore'],
  import: ['lore', 'messages'],
  edit: ['lore', 'conflict', 'pack', 'import'],
  export: ['lore', 'lookup', 'messages', 'documents', 'pack', 'edit'],
  lorebook: ['lore', 'conflict'],
  messages: ['lore', 'conflict'],
  documents: ['lore', 'conflict', 'lookup', 'ask', 'import', 'messages'],
  discord: ['lore', 'messages'],
  schedule: ['lore', 'lookup'],
  playground: ['lore'],
  acts: ['lore', 'lorebook', 'jobs', 'commands', 'messages'],
  jobs: ['lore', 'lorebook', 'edit', 'export', 'import', 'documents', 'messages'],
  commands: [
    'lore',
    'conflict',
    'lookup',
    'ask',
    'edit',
    'import',
    'export',
    'jobs',
    'documents',
    'messages',
    'schedule',
  ],
  'config.ts': ['lore'],
  'environment.ts': [],
  'log.ts': ['config.ts'],
};

/** Types cost nothing at run time: words need the shape of a problem, a router that of an open lorebook. */
const MAY_KNOW_TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  messages: ['lorebook', 'pack', 'import', 'discord', 'edit', 'jobs', 'lookup', 'ask', 'schedule'],
  jobs: ['pack'],
  discord: ['lorebook', 'commands', 'schedule', 'acts'],
  documents: ['edit', 'jobs'],
  commands: ['lorebook', 'schedule'],
};

const CHOOSERS = new Set(['beginning.ts', 'main.ts', 'daily-posts.ts', 'launch.mjs', 'cli', 'require-node.mjs']);
const CORE = new Set(['lore', 'conflict', 'lookup', 'ask']);
const LONGEST_FILE = 250;

const inCore = FILES.filter((file) => CORE.has(partOf(file.path)));

/** "src/lore/claim.ts → src/lorebook/open.ts" for each import that points outward. */
function outwardArrows(file: SourceFile): readonly string[] {
  const part = partOf(file.path);
  if (CHOOSERS.has(part)) return [];
  return importsOf(file).flatMap(({ target, isOurs, isTypeOnly }) => {
    const other = partOf(target);
    if (!isOurs || other === part || MAY_KNOW[part]?.includes(other)) return [];
    if (isTypeOnly && MAY_KNOW_TYPES_OF[part]?.includes(other)) return [];
    return [`${file.path} → ${target}`];
  });
}

/** What a file says outside of its comments. */
function codeOf({ text }: SourceFile): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('the house', () => {
  it('is made of the parts that have a place in it', () => {
    const parts = new Set(FILES.map((file) => partOf(file.path)));
    expect([...parts].filter((part) => !CHOOSERS.has(part) && MAY_KNOW[part] === undefined)).toEqual([]);
  });

  it('lets arrows point inward only', () => {
    expect(FILES.flatMap(outwardArrows)).toEqual([]);
  });

  it('lets only main.ts and the terminal choose the parts', () => {
    const known = FILES.filter((file) => !['main.ts', 'launch.mjs'].includes(partOf(file.path))).flatMap((file) =>
      importsOf(file)
        .filter(({ target, isOurs }) => isOurs && ['main.ts', 'cli'].includes(partOf(target)))
        .map(({ target }) => [partOf(file.path), target] as const),
    );
    expect(known.filter(([part]) => part !== 'cli')).toEqual([]);
  });

  it('keeps files, databases and Discord out of the core', () => {
    const outside = inCore.flatMap((file) =>
      importsOf(file)
        .filter(({ target, isOurs }) => !isOurs && /^(node:|discord\.js|better-sqlite3|pino|ws$)/.test(target))
        .map(({ target }) => `${file.path} → ${target}`),
    );
    expect(outside).toEqual([]);
  });

  it('gives the core no clock, no chance and no process of its own', () => {
    const reaching = /\b(process\.|Date\.now|Math\.random|performance\.|new Date\(\)|setTimeout|globalThis|console\.)/;
    expect(inCore.filter((file) => reaching.test(codeOf(file))).map((file) => file.path)).toEqual([]);
  });

  it('talks to SQLite in one part, and to Discord in one', () => {
    const users = (name: string) =>
      new Set(
        FILES.filter((file) => importsOf(file).some(({ target }) => target === name)).map((file) => partOf(file.path)),
      );
    expect([...users('better-sqlite3')]).toEqual(['lorebook']);
    expect([...users('discord.js')]).toEqual(['discord']);
  });

  it('has no barrels: a name is imported from the file that defines it', () => {
    const indexes = FILES.filter((file) => /(^|\/)index\.\w+$/.test(file.path)).map((file) => file.path);
    expect(indexes).toEqual(['commands/index.ts']);
    const onlyPassOn = FILES.filter((file) => /^export (?:type )?(?:\*|\{[^}]*\}) from/m.test(file.text)).map(
      (file) => file.path,
    );
    expect(onlyPassOn).toEqual([]);
  });

  it('names no file after a drawer', () => {
    const drawers = /(^|[/-])(utils?|helpers?|lib|functions|misc)([./-]|$)/;
    expect(FILES.filter((file) => drawers.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it(`keeps every file under ${LONGEST_FILE} lines`, () => {
    const long = FILES.filter((file) => file.text.trimEnd().split('\n').length > LONGEST_FILE);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  it('exports by name', () => {
    expect(FILES.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});
