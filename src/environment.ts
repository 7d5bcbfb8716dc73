import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';

/** The environment with `.env` of the working folder under it: what is set outside wins. */
export function loadEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  file = '.env',
): Readonly<Record<string, string | undefined>> {
  return existsSync(file) ? { ...parse(readFileSync(file)), ...env } : env;
}
