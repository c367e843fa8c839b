import { Fault } from '@pandafab/shared';
import { storageFault } from './storage-fault';
import { isUniqueViolation } from './unique-violation';

/** PostgreSQL's deadlocks, serialization failures and time-outs: the same again may well succeed. */
const OTHERS_FIRST = /^(40P01|40001|57014)/;
/** Too many files, too little memory, too many connections: of this process, its system, or PostgreSQL. */
const TOO_MUCH = /^(EMFILE|ENFILE|ENOMEM|53[23])/;

/**
 * What a request is answered for an error that is nobody's fault: what the service stands on fails, or two did the same at
 * once. Undefined for one that says nothing of that.
 */
export function requestFault(error: unknown): Fault | undefined {
  const known = storageFault(error);
  if (known) return known;
  if (isUniqueViolation(error)) return new Fault('REQUEST.AT_ONCE', {}, { cause: error });
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return undefined;
  if (OTHERS_FIRST.test(code)) return new Fault('REQUEST.DATABASE_LOCKED', {}, { cause: error });
  return TOO_MUCH.test(code) ? new Fault('REQUEST.BUSY', {}, { cause: error }) : undefined;
}
