import { INTERNAL_MEANS } from '@pandafab/domain';
import { Payment } from '../../../money/settlement/settlement.entities';
import { inDays, numberOf, ofLab } from '../reads/conditions';
import type { IndicatorQuery } from '../scope';

/** Payments minus refunds. */
export const cashed: IndicatorQuery = {
  code: 'cashed',
  async read(manager, scope) {
    const query = manager
      .createQueryBuilder(Payment, 'payment')
      .select('SUM(payment.cents)', 'cents')
      .where('payment.means <> :internal', { internal: INTERNAL_MEANS });
    const row = await ofLab(inDays(query, 'payment.bookedOn', scope), 'payment.labId', scope).getRawOne<{
      cents: string | number | null;
    }>();
    return numberOf(row?.cents);
  },
};
