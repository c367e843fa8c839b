import type { ParkedMachine } from './machine-park';
import { EFFECT_WITHIN_MS, OrderBook } from './order-book';

const parked = (state: { reachable: boolean; halted: boolean }) =>
  ({
    name: 'one',
    get isReachable() {
      return state.reachable;
    },
    get isHalted() {
      return state.halted;
    },
  }) as ParkedMachine;

describe('when an order is due', () => {
  const state = { reachable: true, halted: false };
  let book: OrderBook;
  const pass = (chainMs: number | undefined, labId = 'north') =>
    book.tick({ labId, agentMs: chainMs, chainMs });
  const due = () => book.orders.map(({ dueAt }) => dueAt !== undefined);

  beforeEach(() => {
    Object.assign(state, { reachable: true, halted: false });
    book = new OrderBook();
  });

  it('is after enough calm time of its own lab', () => {
    book.accept('cancel', 'north', parked(state), 1);
    pass(EFFECT_WITHIN_MS, 'south');
    pass(EFFECT_WITHIN_MS - 1);
    expect([due(), book.settled(1)]).toEqual([[false], false]);
    pass(1);
    expect([due(), book.settled(1)]).toEqual([[true], true]);
  });

  it('is counted from zero again after any trouble', () => {
    book.accept('cancel', 'north', parked(state), 1);
    pass(EFFECT_WITHIN_MS - 1);
    pass(undefined);
    pass(EFFECT_WITHIN_MS - 1);
    state.reachable = false;
    pass(1);
    state.reachable = true;
    pass(EFFECT_WITHIN_MS - 1);
    expect(due()).toEqual([false]);
  });

  it('never is, once it was withdrawn', () => {
    book.accept('pause', 'north', parked(state), 1);
    book.lift('pause', 'one');
    pass(EFFECT_WITHIN_MS);
    expect([due(), book.settled(1)]).toEqual([[false], true]);
    expect(book.orders[0]?.overAt).toBeDefined();
  });

  it('notes whether a stop has halted the machine by then, unless something prevented it', () => {
    book.accept('stop', 'north', parked(state), 1);
    pass(EFFECT_WITHIN_MS);
    state.halted = true;
    book.accept('stop', 'north', parked(state), 1);
    pass(EFFECT_WITHIN_MS);
    state.halted = false;
    book.accept('stop', 'north', parked(state), 2);
    pass(undefined);
    pass(EFFECT_WITHIN_MS);
    expect(book.orders.map(({ inEffect }) => inEffect)).toEqual([false, true, undefined]);
  });
});
