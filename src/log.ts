import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Logs go to standard error: JSON lines, or readable where a person watches. */
export function createLog(level: Config['logLevel']): Logger {
  const isWatched = process.stderr.isTTY === true;
  if (!isWatched) return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return pino({
    level,
    base: null,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  });
}
