import { destination, type Logger, pino } from 'pino';
import type PinoPretty from 'pino-pretty';

/** Loaded where people read the log: that is a tenth of the time of the agent's start. */
const pretty = () => require('pino-pretty') as typeof PinoPretty;

/**
 * Logs to stdout synchronously, so that the last line before an exit is written: JSON, or lines for people. A log that cannot
 * be written (a full disk, a closed pipe) loses lines, not prints.
 */
export function createLog({ level, pretty: forPeople }: { level: string; pretty: boolean }): Logger {
  const stream = forPeople
    ? pretty()({ sync: true, singleLine: true, ignore: 'pid,hostname' })
    : destination({ sync: true });
  stream.on('error', () => {});
  return pino({ level, name: 'agent' }, stream);
}
