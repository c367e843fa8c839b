import type { Feature } from '../../platform/kit/feature';
import { Allotment, Payment } from './settlement.entities';
import { Settlement1764500150000 } from './settlement.migration';

/** The tables of payments. `money/payments` writes them, and documents read from them what was paid. */
export const settlement: Feature = { tables: [Payment, Allotment], migrations: [Settlement1764500150000] };
