import type { Unit } from '../../platform/persistence/unit';
import { Allotment, Payment } from './settlement.entities';

/** Writes an entry. `money/payments` checks it and links it to the chain in the same unit of work. */
export async function insertPayment({ manager }: Unit, payment: Payment): Promise<void> {
  await manager.insert(Payment, { ...payment });
}

/** The same for what a payment settles. */
export async function insertAllotment({ manager }: Unit, allotment: Allotment): Promise<void> {
  await manager.insert(Allotment, { ...allotment });
}
