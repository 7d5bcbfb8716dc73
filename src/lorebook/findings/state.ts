import type { Database } from '../database.ts';

const READ = 'SELECT value FROM finding_state WHERE name = ?';
const WRITE = `INSERT INTO finding_state(name, value) VALUES (?, ?)
  ON CONFLICT(name) DO UPDATE SET value = excluded.value`;

/** A prime below 2^40, so that sums stay exact in a double and a missing row shows. */
const MODULUS = 1_099_511_627_689;

/** The sum over all findings that a tampered table no longer matches. */
export function readSum(database: Database): number | null {
  const text = database.get<{ value: string }>(READ, 'sum')?.value;
  return text === undefined ? null : Number(text);
}

/** Notes what the findings add up to. */
export function writeSum(database: Database, sum: number): void {
  database.run(WRITE, 'sum', String(sum));
}

export function added(sum: number, digest: number): number {
  return (sum + (digest % MODULUS)) % MODULUS;
}

export function taken(sum: number, digest: number): number {
  return (sum - (digest % MODULUS) + MODULUS) % MODULUS;
}

/** Whether the last check gave up somewhere: the list of findings then says so. */
export function readIsCut(database: Database): boolean {
  return database.get<{ value: string }>(READ, 'cut')?.value === 'yes';
}

/** Notes whether the last check reached a bound. */
export function writeIsCut(database: Database, isCut: boolean): void {
  database.run(WRITE, 'cut', isCut ? 'yes' : 'no');
}
