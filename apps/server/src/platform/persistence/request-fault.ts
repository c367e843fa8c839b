import { Fault } from '@pandafab/shared';
import { storageFault } from './storage-fault';
import { isUniqueViolation } from './unique-violation';

/** PostgreSQL's deadlocks, serialization failures and time-outs: a retry may succeed. */
const CONFLICT = /^(40P01|40001|57014)/;
/** Too many files, too little memory, too many connections: in this process, its system, or PostgreSQL. */
const EXHAUSTED = /^(EMFILE|ENFILE|ENOMEM|53[23])/;

/**
 * The fault for an error that neither the client nor the code caused: a resource of the service has run out, or two
 * transactions were in conflict. Undefined for other errors.
 */
export function requestFault(error: unknown): Fault | undefined {
  const known = storageFault(error);
  if (known) return known;
  if (isUniqueViolation(error)) return new Fault('REQUEST.AT_ONCE', {}, { cause: error });
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return undefined;
  if (CONFLICT.test(code)) return new Fault('REQUEST.DATABASE_LOCKED', {}, { cause: error });
  return EXHAUSTED.test(code) ? new Fault('REQUEST.BUSY', {}, { cause: error }) : undefined;
}
