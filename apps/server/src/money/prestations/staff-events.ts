import type { OrderEvent } from '@pandafab/domain';

/** The steps that staff record. That an order is invoiced follows from its invoice. */
export const STAFF_EVENTS = [
  'confirm',
  'start',
  'deliver',
  'reopen',
  'cancel',
] as const satisfies OrderEvent[];
export type StaffEvent = (typeof STAFF_EVENTS)[number];
