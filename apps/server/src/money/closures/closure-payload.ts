import type { LinkRecord } from '../chain/append-link';
import type { CanonicalValue } from '../chain/canonical-json';
import type { Closure } from './closure.entity';

/** What the link of a closure says: everything but who closed. */
export const closurePayload = (closure: Omit<Closure, 'id' | 'closedBy'>): LinkRecord => {
  const { number, period, firstDay, lastDay, totals, perpetual, at } = closure;
  return {
    ...{ record: 'closure', number, period, firstDay, lastDay },
    totals: totals as unknown as CanonicalValue,
    perpetual: { ...perpetual },
    at: new Date(at).toISOString(),
  };
};
