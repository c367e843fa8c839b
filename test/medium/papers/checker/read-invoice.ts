import { all, type Element, parseXml, textAt, withScheme } from './xml';

/** A discount or a charge: BG-20, BG-21, BG-27, BG-28. */
export interface Allowance {
  readonly isCharge: boolean;
  readonly amount: string;
  readonly category: string | undefined;
  readonly rate: string | undefined;
}

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly basis: string;
  readonly category: string | undefined;
  readonly rate: string | undefined;
  readonly net: string;
  readonly allowances: readonly Allowance[];
}

export interface VatBreakdown {
  readonly category: string | undefined;
  readonly rate: string | undefined;
  readonly base: string;
  readonly vat: string;
  readonly reason: string | undefined;
  readonly reasonCode: string | undefined;
  readonly taxPoint: string | undefined;
  readonly dueCode: string | undefined;
}

export interface Party {
  readonly siren: string | undefined;
  readonly siret: string | undefined;
  readonly vatNumber: string | undefined;
  readonly taxNumber: string | undefined;
  readonly country: string | undefined;
  readonly address: { readonly scheme: string | undefined; readonly value: string } | undefined;
}

const allowance = (element: Element): Allowance => ({
  isCharge: textAt(element, 'ChargeIndicator/Indicator') === 'true',
  amount: textAt(element, 'ActualAmount') ?? '0',
  category: textAt(element, 'CategoryTradeTax/CategoryCode'),
  rate: textAt(element, 'CategoryTradeTax/RateApplicablePercent'),
});

function line(element: Element): Line {
  const settlement = 'SpecifiedLineTradeSettlement';
  const price = 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice';
  return {
    id: textAt(element, 'AssociatedDocumentLineDocument/LineID') ?? '',
    name: textAt(element, 'SpecifiedTradeProduct/Name') ?? '',
    quantity: textAt(element, 'SpecifiedLineTradeDelivery/BilledQuantity') ?? '0',
    price: textAt(element, `${price}/ChargeAmount`) ?? '0',
    basis: textAt(element, `${price}/BasisQuantity`) ?? '1',
    category: textAt(element, `${settlement}/ApplicableTradeTax/CategoryCode`),
    rate: textAt(element, `${settlement}/ApplicableTradeTax/RateApplicablePercent`),
    net:
      textAt(element, `${settlement}/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount`) ?? '0',
    allowances: all(element, `${settlement}/SpecifiedTradeAllowanceCharge`).map(allowance),
  };
}

const breakdown = (element: Element): VatBreakdown => ({
  category: textAt(element, 'CategoryCode'),
  rate: textAt(element, 'RateApplicablePercent'),
  base: textAt(element, 'BasisAmount') ?? '0',
  vat: textAt(element, 'CalculatedAmount') ?? '0',
  reason: textAt(element, 'ExemptionReason'),
  reasonCode: textAt(element, 'ExemptionReasonCode'),
  taxPoint: textAt(element, 'TaxPointDate/DateString'),
  dueCode: textAt(element, 'DueDateTypeCode'),
});

function party(element: Element): Party {
  const [address] = all(element, 'URIUniversalCommunication/URIID');
  return {
    siren: withScheme(element, 'SpecifiedLegalOrganization/ID', '0002'),
    siret: withScheme(element, 'GlobalID', '0009'),
    vatNumber: withScheme(element, 'SpecifiedTaxRegistration/ID', 'VA'),
    taxNumber: withScheme(element, 'SpecifiedTaxRegistration/ID', 'FC'),
    country: textAt(element, 'PostalTradeAddress/CountryID'),
    address: address && { scheme: address.attributes.schemeID, value: address.text },
  };
}

function totals(settlement: Element) {
  const at = (name: string) =>
    textAt(settlement, `SpecifiedTradeSettlementHeaderMonetarySummation/${name}`) ?? '0';
  return {
    lines: at('LineTotalAmount'),
    charges: at('ChargeTotalAmount'),
    allowances: at('AllowanceTotalAmount'),
    net: at('TaxBasisTotalAmount'),
    vat: at('TaxTotalAmount'),
    gross: at('GrandTotalAmount'),
    prepaid: at('TotalPrepaidAmount'),
    rounding: at('RoundingAmount'),
    due: at('DuePayableAmount'),
  };
}

const day = (from: Element, path: string): string | undefined => textAt(from, `${path}/DateTimeString`);

const settlementTerms = (settlement: Element) => ({
  vat: all(settlement, 'ApplicableTradeTax').map(breakdown),
  allowances: all(settlement, 'SpecifiedTradeAllowanceCharge').map(allowance),
  totals: totals(settlement),
  dueDay: day(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime'),
  terms: textAt(settlement, 'SpecifiedTradePaymentTerms/Description'),
  iban: textAt(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID'),
  meansCode: textAt(settlement, 'SpecifiedTradeSettlementPaymentMeans/TypeCode'),
  periodFrom: day(settlement, 'BillingSpecifiedPeriod/StartDateTime'),
  periodTo: day(settlement, 'BillingSpecifiedPeriod/EndDateTime'),
  cites: all(settlement, 'InvoiceReferencedDocument').map((cited) => ({
    number: textAt(cited, 'IssuerAssignedID') ?? '',
    day: day(cited, 'FormattedIssueDateTime'),
  })),
});

const headTerms = (head: Element) => ({
  number: textAt(head, 'ID') ?? '',
  type: textAt(head, 'TypeCode') ?? '',
  issuedOn: day(head, 'IssueDateTime') ?? '',
  notes: all(head, 'IncludedNote').map((note) => ({
    code: textAt(note, 'SubjectCode'),
    text: textAt(note, 'Content') ?? '',
  })),
});

const part = (from: Element, path: string): Element =>
  all(from, path)[0] ?? { name: '', attributes: {}, children: [], text: '' };

/** The business terms of a CII invoice that the rules speak of. Days are YYYYMMDD, figures as written. */
export function readInvoice(xml: string) {
  const root = parseXml(xml);
  const trade = part(root, 'SupplyChainTradeTransaction');
  const delivery = part(trade, 'ApplicableHeaderTradeDelivery');
  return {
    ...headTerms(part(root, 'ExchangedDocument')),
    ...settlementTerms(part(trade, 'ApplicableHeaderTradeSettlement')),
    process: textAt(root, 'ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID'),
    profile: textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'),
    lines: all(trade, 'IncludedSupplyChainTradeLineItem').map(line),
    seller: party(part(trade, 'ApplicableHeaderTradeAgreement/SellerTradeParty')),
    buyer: party(part(trade, 'ApplicableHeaderTradeAgreement/BuyerTradeParty')),
    deliveryDay: day(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime'),
    deliveryCountry: textAt(delivery, 'ShipToTradeParty/PostalTradeAddress/CountryID'),
  };
}
export type ReadInvoice = ReturnType<typeof readInvoice>;
