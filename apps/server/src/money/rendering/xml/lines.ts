import type { AppliedDiscount, LineTax, PaperLine } from '@pandafab/domain';
import { amount, decimal, rate, text, type XmlNode } from './values';

/** UNTDID 5189: a discount. */
const DISCOUNT = '95';

/** Rates are left out where VAT does not apply at all (BR-O-05). */
export const rateOf = ({ categoryCode, rateBasisPoints }: LineTax): string | undefined =>
  categoryCode === 'O' ? undefined : rate(rateBasisPoints);

/**
 * BG-27, or BG-28 when the discount takes back from a line with a negative quantity: amounts in the XML are positive
 * and the indicator says the direction.
 */
function lineDiscount({ label, percent, cents }: AppliedDiscount): XmlNode {
  const isCharge = cents < 0;
  return {
    'ram:ChargeIndicator': { 'udt:Indicator': String(isCharge) },
    'ram:CalculationPercent': percent ?? undefined,
    'ram:ActualAmount': amount(Math.abs(cents)),
    'ram:ReasonCode': isCharge ? undefined : DISCOUNT,
    'ram:Reason': text(label) ?? 'Remise',
  };
}

const price = ({ unitPrice, basis, unit }: PaperLine): XmlNode => ({
  'ram:ChargeAmount': decimal(unitPrice),
  'ram:BasisQuantity': { '@unitCode': unit, '#': String(basis) },
});

const settlement = ({ tax, discounts, netCents }: PaperLine): XmlNode => ({
  'ram:ApplicableTradeTax': {
    'ram:TypeCode': 'VAT',
    'ram:CategoryCode': tax.categoryCode,
    'ram:RateApplicablePercent': rateOf(tax),
  },
  'ram:SpecifiedTradeAllowanceCharge': discounts.filter(({ cents }) => cents !== 0).map(lineDiscount),
  'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': amount(netCents) },
});

/** Profile EN 16931 has no reference from a line to another document, so that its name says which one is taken back. */
function nameOf({ label, cites }: PaperLine): string {
  if (!cites || label.includes(cites.number)) return text(label) ?? '-';
  return `${text(label) ?? ''} (${cites.number}, ${cites.day})`.trim();
}

const lineItem = (line: PaperLine, note: string | undefined): XmlNode => ({
  'ram:AssociatedDocumentLineDocument': {
    'ram:LineID': String(line.position),
    'ram:IncludedNote': note ? { 'ram:Content': note } : null,
  },
  'ram:SpecifiedTradeProduct': {
    'ram:Name': nameOf(line),
    'ram:Description': text(line.details.join('\n')),
  },
  'ram:SpecifiedLineTradeAgreement': { 'ram:NetPriceProductTradePrice': price(line) },
  'ram:SpecifiedLineTradeDelivery': {
    'ram:BilledQuantity': { '@unitCode': line.unit, '#': decimal(line.quantity) },
  },
  'ram:SpecifiedLineTradeSettlement': settlement(line),
});

const freeText = ({ label, details }: PaperLine): string | undefined => text([label, ...details].join('\n'));

/**
 * BG-25 for each line with an amount. A text line becomes the note (BT-127) of the line below it; subtotals are left
 * out, because a reader would add them.
 */
export function lineItems(lines: readonly PaperLine[]): XmlNode[] {
  const items: XmlNode[] = [];
  let above: string[] = [];
  for (const line of lines) {
    if (line.kind === 'text') above.push(freeText(line) ?? '');
    if (line.kind === 'text' || line.kind === 'subtotal') continue;
    items.push(lineItem(line, text(above.join('\n'))));
    above = [];
  }
  return items;
}
