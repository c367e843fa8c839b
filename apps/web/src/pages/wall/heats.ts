import type { Machine } from '../../api/queries';
import { isHeard } from './state';

/** One heater as the page shows it: whole degrees, so that an equal text is not rendered again. */
export interface Heat {
  readonly name: string;
  /** Undefined while the machine does not answer. */
  readonly actual: number | undefined;
  readonly target: number | undefined;
}

/** The heaters that the machine has reported, in its order; none for a machine without heaters. */
export function heatsOf(machine: Machine): readonly Heat[] {
  const isCurrent = isHeard(machine);
  return (machine.live?.readings ?? []).map(({ name, actual, target }) => ({
    name,
    actual: isCurrent ? Math.round(actual) : undefined,
    target: isCurrent ? Math.round(target) : undefined,
  }));
}
