import { QueryFailedError } from 'typeorm';

/** PostgreSQL's code unique_violation, and the text of SQLite's error. */
const POSTGRES_UNIQUE_VIOLATION = '23505';
const SQLITE_UNIQUE_VIOLATION = 'UNIQUE constraint failed';

/**
 * True when the database refused a second row with the same key: the result of a race in which both callers checked
 * first.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: { code?: string } = error.driverError;
  return cause.code === POSTGRES_UNIQUE_VIOLATION || error.message.includes(SQLITE_UNIQUE_VIOLATION);
}
