import { soundTable } from '../transition-table';

/** The states of a client order (prestation). */
export const ORDER_STATES = [
  'preparing',
  'confirmed',
  'in-progress',
  'delivered',
  'invoiced',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = ['confirm', 'start', 'deliver', 'invoice', 'cancel', 'reopen'] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

const NONE: Readonly<Record<OrderEvent, null>> = {
  confirm: null,
  start: null,
  deliver: null,
  invoice: null,
  cancel: null,
  reopen: null,
};

/**
 * Steps may be left out: a client who walks in is invoiced at once. The table does not know the documents: who calls
 * it refuses `cancel` while something issued is not credited, and `reopen` of an invoiced order before its invoice is
 * credited in full.
 */
export const orderTable = soundTable<OrderState, OrderEvent>({
  initial: 'preparing',
  ends: ['cancelled'],
  next: {
    preparing: {
      confirm: 'confirmed',
      start: 'in-progress',
      deliver: 'delivered',
      invoice: 'invoiced',
      cancel: 'cancelled',
      reopen: null,
    },
    confirmed: {
      ...NONE,
      start: 'in-progress',
      deliver: 'delivered',
      invoice: 'invoiced',
      cancel: 'cancelled',
    },
    'in-progress': { ...NONE, deliver: 'delivered', invoice: 'invoiced', cancel: 'cancelled' },
    delivered: { ...NONE, invoice: 'invoiced', cancel: 'cancelled', reopen: 'in-progress' },
    invoiced: { ...NONE, reopen: 'in-progress' },
    cancelled: NONE,
  },
});

/** The state after `event`, or undefined when the event is refused in `state`. */
export const nextOrderState = (state: OrderState, event: OrderEvent): OrderState | undefined =>
  orderTable.next[state][event] ?? undefined;

/** Prints for a client order can be submitted in these states. */
export const acceptsPrints = (state: OrderState): boolean =>
  state === 'preparing' || state === 'confirmed' || state === 'in-progress';
