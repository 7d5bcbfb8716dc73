import { expect, it } from 'vitest';
import { Simulation } from './simulate.ts';

it('posts every day of every server at its time, where nothing goes wrong', async () => {
  const counts = await new Simulation({ servers: 40, days: 20, seed: 1, faults: 0 }).run();
  expect(counts).toMatchObject({ doubles: 0, wrong: [] });
  expect(counts.byStatus).toMatchObject({ missed: 0, doubtful: 0, refused: 0 });
  expect(counts.byStatus.sent).toBe(counts.messages);
});

it.each([1, 2])('posts once or reports, whatever goes wrong (%i)', async (seed) => {
  const counts = await new Simulation({ servers: 40, days: 40, seed, faults: 10 }).run();
  expect(counts).toMatchObject({ doubles: 0, wrong: [] });
  expect(counts.byStatus.sent).toBeGreaterThan(counts.serverDays / 2);
});
