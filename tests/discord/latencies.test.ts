import { describe, expect, it } from 'vitest';
import { countLatencies } from '../../src/discord/latencies.ts';

describe('latencies', () => {
  it('are told within a tenth, by server', () => {
    const latencies = countLatencies();
    for (let ms = 1; ms <= 1_000; ms += 1) latencies.note('1', 'answers', ms);
    latencies.note('2', 'keystrokes', 0);
    const { answers, keystrokes } = latencies.of('1');
    expect(answers?.count).toBe(1_000);
    expect(answers?.p50).toBeGreaterThanOrEqual(500);
    expect(answers?.p50).toBeLessThanOrEqual(550);
    expect(answers?.p99).toBeGreaterThanOrEqual(990);
    expect(answers?.p99).toBeLessThanOrEqual(1_090);
    expect(keystrokes).toBeNull();
    expect(latencies.of('2')).toMatchObject({ answers: null, keystrokes: { count: 1 } });
    expect(latencies.of('3')).toEqual({ answers: null, keystrokes: null });
    latencies.note('3', 'answers', 1e9);
    expect(latencies.of('3').answers?.count).toBe(1);
  });
});
