import { Fault } from '@pandafab/shared';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import type { Day } from '../kit/paris';
import { type Means, PaymentMeans } from './payment-means.entity';

/** Each means as it is on a day; of several rows for one day, the last written. In the order of `MEANS`. */
export async function meansOn(manager: EntityManager, day: Day): Promise<ReadonlyMap<Means, PaymentMeans>> {
  const rows = await manager.find(PaymentMeans, {
    where: { inForceFrom: LessThanOrEqual(day) },
    order: { inForceFrom: 'ASC', createdAt: 'ASC', id: 'ASC' },
  });
  return new Map(rows.map((row) => [row.code, row]));
}

/** @throws Fault PAYMENT.MEANS_UNKNOWN for a means that is not offered on that day */
export async function demandOffered(manager: EntityManager, code: Means, day: Day): Promise<void> {
  const means = (await meansOn(manager, day)).get(code);
  if (!means?.isOffered) throw new Fault('PAYMENT.MEANS_UNKNOWN', { means: code, day });
}
