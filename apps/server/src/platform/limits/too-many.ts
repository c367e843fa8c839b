import { Fault } from '@pandafab/shared';
import type { Limit } from './limit-settings';

/** The fault with the time to wait; an answer's Retry-After is its `seconds`. */
export function tooMany(fault: Limit['fault'], waitMs: number): Fault {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Fault(fault, { minutes: Math.ceil(seconds / 60), seconds });
}
