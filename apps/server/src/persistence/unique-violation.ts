import { QueryFailedError } from 'typeorm';

/** PostgreSQL's unique_violation, and SQLite's message for its own. */
const POSTGRES_UNIQUE_VIOLATION = '23505';
const SQLITE_UNIQUE_VIOLATION = 'UNIQUE constraint failed';

/** True when the database refused a second row with the same key: what a race ends in where a check came first. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: { code?: string } = error.driverError;
  return cause.code === POSTGRES_UNIQUE_VIOLATION || error.message.includes(SQLITE_UNIQUE_VIOLATION);
}
