import type { PersonRequest, RunCause } from '../machine-driver';

/** The firmware does nothing more, and has switched its heaters off. */
export const hasHalted = ({ code }: RunCause): boolean =>
  code === 'MACHINE.HALTED' || code === 'MACHINE.SHUT_DOWN';

/**
 * Why the firmware halted, in its own words, and what brings it back.
 * @param lastError what it said just before, '' for nothing
 * @param command the profile's `reset.command`
 */
export function haltOf(cause: RunCause, lastError: string, command: string | null): RunCause {
  if (cause.code !== 'MACHINE.HALTED') return cause;
  const message = lastError || String(cause.details.message ?? '');
  return command === null
    ? { code: cause.code, details: { message } }
    : { code: 'MACHINE.SHUT_DOWN', details: { message, command } };
}

/** What a person is asked for: null where switching the machine off and on is all that can be done. */
export const shutDownRequest = ({ code, details }: RunCause): PersonRequest | null =>
  code === 'MACHINE.SHUT_DOWN'
    ? { kind: 'shut-down', message: String(details.message ?? ''), buttons: [], cooled: false }
    : null;
