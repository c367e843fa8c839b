import { Fault, type PaymentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Payment } from '../settlement/settlement.entities';

/** @throws Fault REQUEST.NOT_FOUND */
export async function findPayment(manager: EntityManager, id: PaymentId): Promise<Payment> {
  const payment = await manager.findOneBy(Payment, { id });
  if (!payment) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/payments/${id}` });
  return payment;
}

/** The entry that undoes a payment; null if none does. */
export const reversalOf = (manager: EntityManager, undoesId: PaymentId): Promise<Payment | null> =>
  manager.findOneBy(Payment, { undoesId });
