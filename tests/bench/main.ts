import { cpus, totalmem } from 'node:os';
import { printNames } from './names-table.ts';

// `npm run bench`: tables of up to 100,000; `-- --full` goes to 1,000,000. Asserts nothing: ratios travel, times do not.
const isFull = process.argv.includes('--full');
const only = process.argv.find((argument) => argument.startsWith('--engine='))?.slice('--engine='.length);
const size = process.argv.find((argument) => argument.startsWith('--size='))?.slice('--size='.length);
const sizes = size === undefined ? [1_000, 10_000, 100_000, ...(isFull ? [1_000_000] : [])] : [Number(size)];

const [cpu] = cpus();
console.log(
  `${cpu?.model ?? 'processor unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
printNames(sizes, only);
