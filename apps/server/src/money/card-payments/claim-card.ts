import type { CardPaymentId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { CardPayment } from './card-payment.entity';

/**
 * A card payment, locked until the unit of work ends; null when there is none. The write comes first, because it locks
 * the row on PostgreSQL. It is locked before any other row of money.
 */
export async function claimCard({ manager }: Unit, asked: string): Promise<CardPayment | null> {
  const id = asked as CardPaymentId;
  const { affected } = await manager.increment(CardPayment, { id }, 'events', 1);
  return affected ? manager.findOneByOrFail(CardPayment, { id }) : null;
}
