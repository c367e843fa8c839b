import { type LineTax, vatTreatment } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Day } from '../kit/paris';
import { sellerOn } from '../seller/seller.service';

export type PrintTax = Pick<LineTax, 'categoryCode' | 'rateBasisPoints'>;

/** Before the association has entered its identity: a run's end must be booked whatever is missing. */
const UNKNOWN: PrintTax = { categoryCode: 'E', rateBasisPoints: 0 };

/** How a member's print of this day is taxed: as prints are in France, wherever the member's address is. */
export async function printTax(manager: EntityManager, day: Day): Promise<PrintTax> {
  const { categoryCode, rateBasisPoints } = await printTaxOn(manager, day);
  return { categoryCode, rateBasisPoints };
}

/** The same, with its exemption. */
export async function printTaxOn(manager: EntityManager, day: Day): Promise<LineTax> {
  const { settings } = (await sellerOrNull(manager, day)) ?? {};
  const known = settings && vatTreatment(settings.vat, settings.printing.activity);
  return known ?? { ...UNKNOWN, exemptionCode: null, exemptionText: null };
}

/** The settings of the seller on a day; null before the association has entered its identity. */
export async function sellerOrNull(manager: EntityManager, day: Day) {
  try {
    return await sellerOn(manager, day);
  } catch (error) {
    if (error instanceof Fault && error.code === 'BILLING.SELLER_MISSING') return null;
    throw error;
  }
}
