import type { PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { PapersOfOrder } from '../prestations/order-papers';
import { Invoice } from './invoice.entities';

const NOTHING = { netCents: 0, grossCents: 0 };

/** What the invoice of a prestation says about it. */
export const invoicePapers: PapersOfOrder = {
  async sums(manager: EntityManager, prestationId: PrestationId) {
    const invoice = await manager.findOneBy(Invoice, { prestationId });
    const { netCents, grossCents } = invoice ?? NOTHING;
    const invoiced = { netCents, grossCents };
    return { quoted: null, deposited: NOTHING, invoiced, credited: NOTHING, billed: invoiced };
  },
  invoicedStages: () => Promise.resolve(new Set()),
  hasUncredited: (manager, prestationId) => manager.existsBy(Invoice, { prestationId }),
};
