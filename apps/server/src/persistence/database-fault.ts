import { Fault } from '@pandafab/shared';
import { isNotYet } from './await-database';

/** What a request is answered whose database is away: that it is, and that waiting helps. Undefined for other errors. */
export const databaseFault = (error: unknown): Fault | undefined =>
  isNotYet(error) ? new Fault('REQUEST.DATABASE_AWAY', {}, { cause: error }) : undefined;
