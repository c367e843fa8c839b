import { ApiExtension } from '@nestjs/swagger';
import type { FaultCode } from '@pandafab/shared';

/** The field of the API's description with the faults of one operation. */
export const FAULTS_EXTENSION = 'x-faults';
/** The field with the faults of all operations for the same callers. */
export const ACCESS_FAULTS_EXTENSION = 'x-access-faults';

/**
 * The faults that an operation can answer, in addition to those that its access decorator and the service as a whole
 * add. The test server (libs/testing) fails a test in which an operation answers a fault that its description does
 * not list.
 */
export const Faults = (...codes: readonly FaultCode[]) => ApiExtension(FAULTS_EXTENSION, codes);

/** The same, for an access decorator. `who` is its name in the description. */
export const AccessFaults = (who: string, codes: readonly FaultCode[]) =>
  ApiExtension(ACCESS_FAULTS_EXTENSION, { who, codes });
