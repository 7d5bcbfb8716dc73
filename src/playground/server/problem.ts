import { PersonError } from '../loopback/person/person-error.ts';
import { ApiError } from '../loopback/rest/api-error.ts';
import { faultsOf } from './refusals.ts';

export interface Problem {
  readonly message: string;
}

/** What a person at the page is told of something that could not be done. */
export function problemOf(error: unknown): Problem {
  if (error instanceof PersonError) return { message: error.message };
  if (error instanceof ApiError) {
    const faults = faultsOf(error.body.errors, '').map(({ at, message }) => `${at}: ${message}`);
    return { message: [`Discord would refuse this: ${error.message}`, ...faults].join(' · ') };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}
