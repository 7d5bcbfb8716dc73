import { expect, it } from 'vitest';
import { Simulation } from './simulate.ts';

it('posts for a year on 500 servers in all time zones, each local day once or reported', async () => {
  const counts = await new Simulation({ servers: 500, days: 365, seed: 2026, faults: 1 }).run();
  const { wrong, ...told } = counts;
  process.stdout.write(`${JSON.stringify(told)}\n`);
  expect(wrong).toEqual([]);
  expect(counts.doubles).toBe(0);
  expect(counts.byStatus.sent).toBeGreaterThan(counts.serverDays * 0.8);
});
