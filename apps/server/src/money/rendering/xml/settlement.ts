import { isBooked, type PaperContent, type SpreadDiscount, type VatDue, type VatRow } from '@pandafab/domain';
import { isToPay, paymentSentence } from '../due';
import { rateOf } from './lines';
import { amount, citedDay, day, text, type XmlNode } from './values';

/** BT-8 in the codes that CII takes (UNTDID 2475). */
const VAT_DUE: Readonly<Record<VatDue, string>> = { issue: '5', delivery: '29', payment: '72' };
/** UNTDID 4461: credit transfer. */
const TRANSFER = '30';

const vatRow = (row: VatRow, vatDue: VatDue | null): XmlNode => ({
  'ram:CalculatedAmount': amount(row.vatCents),
  'ram:TypeCode': 'VAT',
  'ram:ExemptionReason': text(row.exemptionText),
  'ram:BasisAmount': amount(row.baseCents),
  'ram:CategoryCode': row.categoryCode,
  'ram:ExemptionReasonCode': text(row.exemptionCode),
  'ram:DueDateTypeCode': vatDue && VAT_DUE[vatDue],
  'ram:RateApplicablePercent': rateOf(row),
});

/** BG-20: one per discount and VAT row. */
const documentDiscount = ({ label, percent, parts }: SpreadDiscount): XmlNode[] =>
  parts
    .filter(({ cents }) => cents !== 0)
    .map(({ tax, cents }) => ({
      'ram:ChargeIndicator': { 'udt:Indicator': 'false' },
      'ram:CalculationPercent': percent ?? undefined,
      'ram:ActualAmount': amount(cents),
      'ram:ReasonCode': '95',
      'ram:Reason': text(label) ?? 'Remise',
      'ram:CategoryTradeTax': {
        'ram:TypeCode': 'VAT',
        'ram:CategoryCode': tax.categoryCode,
        'ram:RateApplicablePercent': rateOf(tax),
      },
    }));

/** BG-16: by transfer to the seller's account (BT-84). */
function paymentMeans(content: PaperContent): XmlNode | null {
  const { iban, bic, name } = content.seller;
  if (!iban || !isToPay(content)) return null;
  return {
    'ram:TypeCode': TRANSFER,
    'ram:PayeePartyCreditorFinancialAccount': {
      'ram:IBANID': iban.replace(/\s/g, ''),
      'ram:AccountName': text(name),
    },
    'ram:PayeeSpecifiedCreditorFinancialInstitution': bic ? { 'ram:BICID': bic.replace(/\s/g, '') } : null,
  };
}

/** BG-14: from the first to the last day of the work. A single day is BT-72, see `deliveryDay`. */
function period({ servedFrom, servedTo }: PaperContent): XmlNode | null {
  if (!servedFrom || !servedTo || servedFrom === servedTo) return null;
  return { 'ram:StartDateTime': day(servedFrom), 'ram:EndDateTime': day(servedTo) };
}

/** BT-72: the day on which everything was done or delivered. */
export function deliveryDay({ servedFrom, servedTo }: PaperContent): XmlNode | null {
  const only = servedFrom && servedTo && servedFrom !== servedTo ? null : (servedFrom ?? servedTo);
  return only ? { 'ram:OccurrenceDateTime': day(only) } : null;
}

/** BG-22. Deposits are negative lines, never BT-113: what is due is always the total with VAT. */
const totals = ({ totals }: PaperContent): XmlNode => ({
  'ram:LineTotalAmount': amount(totals.linesCents),
  'ram:AllowanceTotalAmount': totals.discountCents === 0 ? undefined : amount(totals.discountCents),
  'ram:TaxBasisTotalAmount': amount(totals.netCents),
  'ram:TaxTotalAmount': { '@currencyID': 'EUR', '#': amount(totals.vatCents) },
  'ram:GrandTotalAmount': amount(totals.grossCents),
  'ram:DuePayableAmount': amount(totals.grossCents),
});

/** BT-20 and BT-9. */
function paymentTerms(content: PaperContent): XmlNode | null {
  const description = text(paymentSentence(content));
  if (!description && !content.dueOn) return null;
  return {
    'ram:Description': description,
    'ram:DueDateDateTime': content.dueOn ? day(content.dueOn) : null,
  };
}

export const settlement = (content: PaperContent): XmlNode => ({
  'ram:PaymentReference': text(content.payment?.reference ?? null),
  'ram:InvoiceCurrencyCode': 'EUR',
  'ram:SpecifiedTradeSettlementPaymentMeans': paymentMeans(content),
  'ram:ApplicableTradeTax': content.vat.map((row) => vatRow(row, content.vatDue)),
  'ram:BillingSpecifiedPeriod': period(content),
  'ram:SpecifiedTradeAllowanceCharge': content.discounts.flatMap(documentDiscount),
  'ram:SpecifiedTradePaymentTerms': paymentTerms(content),
  'ram:SpecifiedTradeSettlementHeaderMonetarySummation': totals(content),
  // BG-3. Quotes and orders are not invoices, so that they are never cited here.
  'ram:InvoiceReferencedDocument': content.cites
    .filter(({ kind }) => isBooked(kind))
    .map(({ number, day: issuedOn }) => ({
      'ram:IssuerAssignedID': number,
      'ram:FormattedIssueDateTime': citedDay(issuedOn),
    })),
});
