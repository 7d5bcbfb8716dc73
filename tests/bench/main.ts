import { cpus, totalmem } from 'node:os';
import { acknowledgementTable } from './acknowledgements.ts';
import { printAsk } from './ask.ts';
import { conflictTables } from './conflicts-table.ts';
import { importTables } from './import.ts';
import { printNames } from './names-table.ts';
import { proseTable } from './prose.ts';
import { printSpelling } from './spelling-table.ts';
import { printStatements } from './statements-table.ts';

// `npm run bench`: every table, names up to 100,000; `-- --full` goes to 1,000,000. `-- names` prints one table,
// `--engine=` and `--size=` cut it short. Asserts nothing: ratios travel, times do not.
const given = process.argv.slice(2);
const optionOf = (option: string): string | undefined =>
  given.find((argument) => argument.startsWith(`--${option}=`))?.slice(option.length + 3);
const size = optionOf('size');
const sizes =
  size === undefined ? [1_000, 10_000, 100_000, ...(given.includes('--full') ? [1_000_000] : [])] : [Number(size)];

const isFull = given.includes('--full');
const TABLES: Readonly<Record<string, () => void | Promise<void>>> = {
  acknowledgements: async () => console.log(`\nFirst acknowledgement over loopback\n${await acknowledgementTable()}`),
  ask: () => printAsk([{ names: 20_000, claims: 100_000 }]),
  conflicts: () => conflictTables(isFull),
  import: () => importTables(17, isFull ? 1_000_000 : 100_000),
  names: () => printNames(sizes, optionOf('engine')),
  prose: () =>
    console.log(
      `\nPlain pages against a pack made of them (ACCOUNTS: their folder)\n${proseTable(process.env.ACCOUNTS ?? '')}`,
    ),
  spelling: () => printSpelling(process.env.SPELLING_DIR),
  statements: () => printStatements(Math.max(...sizes)),
};

const [cpu] = cpus();
const memoryGb = Math.round(totalmem() / 2 ** 30);
console.log(`${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memoryGb} GB, Node ${process.version}`);
const asked = given.filter((argument) => !argument.startsWith('--'));
for (const [name, print] of Object.entries(TABLES)) if (asked.length === 0 || asked.includes(name)) await print();
