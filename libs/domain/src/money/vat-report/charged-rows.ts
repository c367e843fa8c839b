import { type Cents, cents } from '@pandafab/shared';
import { netsBy } from '../journal/nets-by';
import type { LineNature, LineTax, PaperContent, VatRow } from '../paper';
import { taxOf, vatOf } from '../vat-rows';

/** When VAT becomes chargeable: as money is received, or when the document is issued. */
export type ChargeDay = 'receipt' | 'issue';

/** A part of a VAT row: of one nature, chargeable in one way. */
export interface ChargedRow {
  readonly tax: LineTax;
  readonly nature: LineNature;
  readonly on: ChargeDay;
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

type Charged = Pick<PaperContent, 'lines' | 'discounts' | 'vat' | 'vatDue'>;

/**
 * When a row becomes chargeable, as the document says (CGI 269-2). Where one code cannot say it, because the document
 * has goods and services: services on receipt, goods at issue. Rows without VAT are shown at issue.
 */
function chargeDayOf(vatDue: PaperContent['vatDue'], tax: LineTax, nature: LineNature): ChargeDay {
  if (tax.categoryCode !== 'S') return 'issue';
  if (vatDue !== null) return vatDue === 'payment' ? 'receipt' : 'issue';
  return nature === 'services' ? 'receipt' : 'issue';
}

/** The VAT rows of a document, divided into goods and services. The parts add up to the frozen rows exactly. */
export function chargedRows(content: Charged): ChargedRow[] {
  const nets = netsBy(content, ({ nature }) => nature);
  return content.vat.flatMap((row) => {
    const parts = nets.filter((net) => net.row === row);
    const vats = vatsOf(
      row,
      parts.map(({ netCents }) => netCents),
    );
    return parts.map(({ key: nature, netCents }, at) => ({
      ...{ tax: taxOf(row), nature, on: chargeDayOf(content.vatDue, row, nature) },
      ...{ baseCents: netCents, vatCents: cents(vats[at] ?? 0) },
    }));
  });
}

/** VAT of each part; the last takes what is left of the row. */
function vatsOf(row: VatRow, nets: readonly Cents[]): number[] {
  let left: number = row.vatCents;
  return nets.map((net, at) => {
    const vat = at === nets.length - 1 ? left : vatOf(net, row.rateBasisPoints);
    left -= vat;
    return vat;
  });
}
