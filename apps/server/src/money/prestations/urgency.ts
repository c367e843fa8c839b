import type { OrderState } from '@pandafab/domain';
import type { Day } from '../kit/paris';

type Planned = { readonly state: OrderState; readonly endsOn: Day | null };

/** The states in which work is still to be done. */
export const OPEN_STATES = ['preparing', 'confirmed', 'in-progress'] as const satisfies OrderState[];
export const isOpen = (state: OrderState): boolean => (OPEN_STATES as readonly OrderState[]).includes(state);

const WITHOUT_DAY = '9998';
const CLOSED = '9999';

/**
 * A text by which prestations sort by lateness: the one whose end is longest past comes first, then those that end
 * later, those without a planned end, and last those whose work is done. It does not depend on today, so it is stored.
 */
export const urgencyOf = ({ state, endsOn }: Planned): string =>
  isOpen(state) ? (endsOn ?? WITHOUT_DAY) : CLOSED;

/** True when the planned end has passed, and the work is not delivered. */
export const isLate = (planned: Planned, today: Day): boolean => urgencyOf(planned) < today;
