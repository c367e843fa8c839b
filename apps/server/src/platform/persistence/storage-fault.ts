import { Fault } from '@pandafab/shared';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isNotYet } from './await-database';

type StorageCode =
  | 'REQUEST.DATABASE_AWAY'
  | 'REQUEST.DATABASE_LOCKED'
  | 'REQUEST.DISK_BROKEN'
  | 'REQUEST.DISK_FULL';

/**
 * Result codes of SQLite (sqlite.org/rescode.html), error numbers of the system (errno(3)), and PostgreSQL's SQLSTATE
 * (its appendix A: classes 53 and 58, 55P03 and 25006).
 */
const CODES: readonly (readonly [RegExp, StorageCode])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/, 'REQUEST.DISK_FULL'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/, 'REQUEST.DATABASE_LOCKED'],
  [
    /^(SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)|EIO|EFBIG|EROFS|EACCES|EPERM|58|25006)/,
    'REQUEST.DISK_BROKEN',
  ],
];

/**
 * TypeORM releases a runner immediately when its connection to PostgreSQL is lost; later uses throw one of these two.
 */
const RELEASED = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** The fault for an error of the database or the disk, with the cause and what helps. Undefined for other errors. */
export function storageFault(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error.code === 'REQUEST.OUTCOME_UNKNOWN' ? error : undefined;
  if (isNotYet(error) || RELEASED.some((kind) => error instanceof kind))
    return new Fault('REQUEST.DATABASE_AWAY', {}, { cause: error });
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return undefined;
  const known = CODES.find(([pattern]) => pattern.test(code));
  return known && new Fault(known[1], {}, { cause: error });
}
