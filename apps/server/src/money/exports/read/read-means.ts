import type { BookedPayment } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { Day } from '../../kit/paris';
import { PaymentMeans } from '../../payments/payment-means.entity';

/** A means of payment as it is on a day. */
export type MeansOn = (code: string, day: Day) => BookedPayment['means'];

/** Reads every version once: exports ask for each payment. */
export async function readMeans(manager: EntityManager): Promise<MeansOn> {
  const rows = await manager.find(PaymentMeans, {
    order: { inForceFrom: 'DESC', createdAt: 'DESC', id: 'DESC' },
  });
  return (code, day) => {
    const found = rows.find((row) => row.code === code && row.inForceFrom <= day);
    return { code, name: found?.nameFr ?? code, account: found?.account ?? '471000' };
  };
}
