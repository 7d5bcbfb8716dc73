import { Place } from '../checks/problems.ts';
import { type Check, snowflake, whole } from '../checks/shape.ts';
import { refuseFaults } from './api-error.ts';

/** A count in a query, refused outside its range. */
export function queryCount(query: URLSearchParams, key: string, fallback: number, max: number): number {
  const given = query.get(key);
  if (given === null) return fallback;
  check(whole({ min: 1, max }), given, key);
  return Number(given);
}

/** An id in a query, if there is one. */
export function queryId(query: URLSearchParams, key: string): bigint | null {
  const given = query.get(key);
  if (given === null) return null;
  check(snowflake, given, key);
  return BigInt(given);
}

function check(judge: Check, value: string, key: string): void {
  const place = new Place();
  judge(value, place.at(key));
  refuseFaults(place);
}
