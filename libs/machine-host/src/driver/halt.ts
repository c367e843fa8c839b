import type { FaultCode } from '@pandafab/shared';
import type { PersonRequest, RunCause } from '../machine-driver';

/** The firmware has stopped, and has switched its heaters off. */
export const hasHalted = ({ code }: RunCause): boolean =>
  code === 'MACHINE.HALTED' || code === 'MACHINE.SHUT_DOWN';

/**
 * Why the firmware halted, in its own words, and the command that restarts it.
 * @param lastError its last error before, '' for none
 * @param command the profile's `reset.command`
 */
export function haltOf(cause: RunCause, lastError: string, command: string | null): RunCause {
  if (cause.code !== 'MACHINE.HALTED') return cause;
  const message = lastError || String(cause.details.message ?? '');
  return command === null
    ? { code: cause.code, details: { message } }
    : { code: 'MACHINE.SHUT_DOWN', details: { message, command } };
}

/** The request to a person; null when the only remedy is to switch the machine off and on. */
export function personFor(error: unknown): PersonRequest | null {
  const { code, details } = error as Partial<RunCause>;
  const kind = code && ASKS_FOR[code];
  return kind ? { kind, message: String(details?.message ?? ''), buttons: [], cooled: false } : null;
}

const ASKS_FOR: Partial<Record<FaultCode, PersonRequest['kind']>> = {
  'MACHINE.SHUT_DOWN': 'shut-down',
  'MACHINE.LOCKED': 'locked',
};
