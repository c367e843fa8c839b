import type { Charge, LineTax } from '@pandafab/domain';
import { cents, type DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Day } from '../../kit/paris';
import { AccountCharge, AccountEntry, AccountInvoice } from '../../member-accounts/account.entities';
import { printTaxOn } from '../../member-accounts/print-tax';
import type { Scope } from '../read/scope';

interface Raw {
  readonly day: Day;
  readonly categoryCode: LineTax['categoryCode'];
  readonly rateBasisPoints: string | number;
  readonly netCents: string | number;
  readonly cents: string | number;
}

/**
 * The prints that members' accounts paid in the period, one charge each. Their VAT is chargeable when the print is made:
 * the money was held until then, and what it would buy was not known. So the invoice over them counts for nothing more.
 */
export async function memberCharges(manager: EntityManager, { from, to, asOf }: Scope): Promise<Charge[]> {
  const rows = await manager
    .createQueryBuilder(AccountCharge, 'charge')
    .innerJoin(AccountEntry, 'entry', 'entry.memberId = charge.memberId AND entry.sequence = charge.sequence')
    .select('entry.bookedOn', 'day')
    .addSelect('charge.categoryCode', 'categoryCode')
    .addSelect('charge.rateBasisPoints', 'rateBasisPoints')
    .addSelect('charge.netCents', 'netCents')
    .addSelect('charge.cents', 'cents')
    .where('charge.sequence > 0 AND entry.bookedOn >= :from AND entry.bookedOn <= :to', { from, to })
    .andWhere('entry.at <= :asOf', { asOf })
    .getRawMany<Raw>();
  const taxes = new Map<Day, Pick<LineTax, 'exemptionCode' | 'exemptionText'>>();
  for (const { day } of rows) if (!taxes.has(day)) taxes.set(day, await printTaxOn(manager, day));
  return rows.map((row) => chargeOf(row, taxes.get(row.day)));
}

const NO_EXEMPTION = { exemptionCode: null, exemptionText: null };

function chargeOf(
  { day, categoryCode, rateBasisPoints, ...row }: Raw,
  exemption: Pick<LineTax, 'exemptionCode' | 'exemptionText'> = NO_EXEMPTION,
): Charge {
  const isTaxed = categoryCode === 'S';
  const { exemptionCode, exemptionText } = isTaxed ? NO_EXEMPTION : exemption;
  return {
    ...{ day, nature: 'services', on: isTaxed ? 'receipt' : 'issue' },
    tax: { categoryCode, rateBasisPoints: Number(rateBasisPoints), exemptionCode, exemptionText },
    baseCents: cents(Number(row.netCents)),
    vatCents: cents(Number(row.cents) - Number(row.netCents)),
  };
}

/** All invoices over prints of members. */
export async function memberInvoices(manager: EntityManager): Promise<ReadonlySet<DocumentId>> {
  const found = await manager.find(AccountInvoice, { select: { documentId: true } });
  return new Set(found.map(({ documentId }) => documentId));
}
