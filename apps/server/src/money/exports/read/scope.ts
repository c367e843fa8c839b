import type { Period } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';

/**
 * What an export reads: the rows of a period that were there when it began. What is recorded while a file is being
 * written does not appear in a part of it.
 */
export interface Scope extends Period {
  readonly asOf: Instant;
}
