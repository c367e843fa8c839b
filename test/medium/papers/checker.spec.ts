import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { checkInvoice, RULES } from './checker/check-invoice';
import { PAPERS, type PaperName } from './fixtures/papers';

type Edit = (xml: string) => string;

const replace =
  (found: string | RegExp, by: string): Edit =>
  (xml) =>
    xml.replace(found, by);
const set = (name: string, value: string): Edit =>
  replace(new RegExp(`(<ram:${name}[^>]*>)[^<]*`), `$1${value}`);
const drop = (name: string): Edit =>
  replace(new RegExp(`<ram:${name}(?: [^>]*)?>[\\s\\S]*?</ram:${name}>`), '');
/** The second time that an element appears: lines come before the totals, the seller before the buyer. */
const last =
  (name: string, edit: Edit): Edit =>
  (xml) => {
    const at = xml.lastIndexOf(`<ram:${name}`);
    return xml.slice(0, at) + edit(xml.slice(at));
  };
const chain =
  (...edits: readonly Edit[]): Edit =>
  (xml) =>
    edits.reduce((edited, edit) => edit(edited), xml);

const row = (edit: Edit): Edit => last('ApplicableTradeTax', edit);
const party = (which: 'Seller' | 'Buyer', edit: Edit): Edit => replaceWithin(`ram:${which}TradeParty`, edit);
function replaceWithin(name: string, edit: Edit): Edit {
  return (xml) => xml.replace(new RegExp(`<${name}>[\\s\\S]*?</${name}>`), (part) => edit(part));
}
const secondRow: Edit = (xml) => {
  const at = xml.lastIndexOf('<ram:ApplicableTradeTax>');
  const end = xml.indexOf('</ram:ApplicableTradeTax>', at) + '</ram:ApplicableTradeTax>'.length;
  return xml.slice(0, end) + xml.slice(at, end) + xml.slice(end);
};
const zeroRated = (name: PaperName): [PaperName, Edit] => [name, row(set('RateApplicablePercent', '5.50'))];
const repeated = (name: PaperName): [PaperName, Edit] => [name, secondRow];
const withoutCode = (name: PaperName): [PaperName, Edit] => [name, drop('ExemptionReasonCode')];

/** For each rule: a right document, and the fault that is put into it. */
const PLANTED: readonly (readonly [rule: string, paper: PaperName, plant: Edit])[] = [
  ['LINE', 'three rates', set('BilledQuantity', '13')],
  ['LINE', 'three rates', set('BasisQuantity', '2')],
  ['LINE', 'discounts', set('ActualAmount', '89.99')],
  ['BR-DEC', 'three rates', set('BilledQuantity', '12.00001')],
  ['BR-DEC', 'three rates', set('ChargeAmount', '3.3300001')],
  ['BR-DEC', 'three rates', set('ChargeAmount', '-3.33')],
  ['BR-DEC', 'three rates', set('LineTotalAmount', '39.960')],
  ['BR-CO-10', 'three rates', last('LineTotalAmount', set('LineTotalAmount', '1043.60'))],
  ['BR-CO-11', 'discounts', set('AllowanceTotalAmount', '55.01')],
  [
    'BR-CO-12',
    'discounts',
    replace(
      '<ram:AllowanceTotalAmount',
      '<ram:ChargeTotalAmount>1.00</ram:ChargeTotalAmount><ram:AllowanceTotalAmount',
    ),
  ],
  ['BR-CO-13', 'three rates', set('TaxBasisTotalAmount', '1043.62')],
  ['BR-CO-14', 'three rates', set('TaxTotalAmount', '114.60')],
  ['BR-CO-15', 'three rates', set('GrandTotalAmount', '1158.21')],
  ['BR-CO-16', 'three rates', set('DuePayableAmount', '1158.19')],
  ['BR-CO-17', 'three rates', row(set('CalculatedAmount', '1.57'))],
  ['BR-x-08', 'three rates', row(set('BasisAmount', '28.45'))],
  ['BR-CO-18', 'three rates', secondRow],
  ['BR-CO-18', 'three rates', row(replace(/[\s\S]*?<\/ram:ApplicableTradeTax>/, ''))],
  [
    'BR-CO-3',
    'three rates',
    row(
      replace(
        '<ram:DueDateTypeCode>',
        '<ram:TaxPointDate><udt:DateString format="102">20261123</udt:DateString></ram:TaxPointDate><ram:DueDateTypeCode>',
      ),
    ),
  ],
  ['BR-E-01', ...repeated('franchise')],
  ['BR-AE-01', ...repeated('service in the Union')],
  ['BR-K-01', ...repeated('goods in the Union')],
  ['BR-G-01', ...repeated('goods exported')],
  ['BR-O-01', ...repeated('outside the scope')],
  ['BR-E-10', ...withoutCode('franchise')],
  ['BR-AE-10', ...withoutCode('subcontracting, reverse charge')],
  ['BR-K-10', ...withoutCode('goods in the Union')],
  ['BR-G-10', ...withoutCode('goods exported')],
  ['BR-O-10', ...withoutCode('outside the scope')],
  ['BR-E-05', ...zeroRated('franchise')],
  ['BR-AE-05', ...zeroRated('service in the Union')],
  ['BR-K-05', ...zeroRated('goods in the Union')],
  ['BR-G-05', ...zeroRated('goods exported')],
  ['BR-S-02', 'three rates', party('Seller', drop('SpecifiedTaxRegistration'))],
  ['BR-S-05', 'three rates', row(set('RateApplicablePercent', '0.00'))],
  [
    'BR-S-10',
    'three rates',
    row(replace('<ram:BasisAmount>', '<ram:ExemptionReason>x</ram:ExemptionReason><ram:BasisAmount>')),
  ],
  ['BR-E-02', 'franchise', party('Seller', drop('SpecifiedTaxRegistration'))],
  ['BR-AE-02', 'service in the Union', party('Buyer', drop('SpecifiedTaxRegistration'))],
  ['BR-IC-02', 'goods in the Union', party('Buyer', drop('SpecifiedTaxRegistration'))],
  ['BR-IC-11', 'goods in the Union', drop('ActualDeliverySupplyChainEvent')],
  ['BR-IC-12', 'goods in the Union', drop('ShipToTradeParty')],
  ['BR-G-02', 'goods exported', party('Seller', replace('schemeID="VA"', 'schemeID="FC"'))],
  ['BR-O-02', 'outside the scope', party('Seller', replace('schemeID="FC"', 'schemeID="VA"'))],
  [
    'BR-O-05',
    'outside the scope',
    row(
      replace(
        '</ram:CategoryCode>',
        '</ram:CategoryCode><ram:RateApplicablePercent>0.00</ram:RateApplicablePercent>',
      ),
    ),
  ],
  ['BR-O-11', 'outside the scope', set('CategoryCode', 'E')],
  ['BR-FR-15', 'three rates', set('CategoryCode', 'L')],
  ['BR-FR-16', 'three rates', set('RateApplicablePercent', '19.00')],
  ['PROFILE', 'three rates', replace('urn:cen.eu:en16931:2017', 'urn:factur-x.eu:1p0:minimum')],
  ['BR-FR-01', 'three rates', replace('FA-2026-000042', 'FA 2026 42')],
  ['BR-FR-04', 'three rates', set('TypeCode', '325')],
  ['BR-FR-05', 'three rates', replace('>PMT<', '>PMD<')],
  ['BR-FR-08', 'three rates', replace('<ram:ID>M1<', '<ram:ID>X1<')],
  ['BR-FR-09', 'three rates', party('Buyer', set('GlobalID', '11111111100012'))],
  ['BR-FR-10', 'three rates', party('Seller', drop('SpecifiedLegalOrganization'))],
  ['BR-FR-12', 'three rates', party('Buyer', drop('URIUniversalCommunication'))],
  ['BR-FR-12', 'a private person', party('Buyer', replace('schemeID="EM"', 'schemeID="0225"'))],
  ['BR-FR-13', 'three rates', party('Seller', drop('URIUniversalCommunication'))],
  ['BR-FR-20', 'three rates', replace('>AAB<', '>BAR<')],
  ['BR-FR-CO-05', 'partial credit', drop('InvoiceReferencedDocument')],
  ['BR-FR-CO-05', 'partial credit', drop('FormattedIssueDateTime')],
  ['BR-FR-CO-07', 'three rates', replace('20261223', '20261122')],
  ['BR-FR-CO-08', 'deposit', replace('<ram:ID>S1<', '<ram:ID>S4<')],
  ['BR-FX-EN-04', 'three rates', drop('BillingSpecifiedPeriod')],
  ['BR-CO-25', 'three rates', drop('SpecifiedTradePaymentTerms')],
  ['BR-61', 'three rates', drop('IBANID')],
  ['BR-29', 'three rates', replace('20261120', '20261130')],
  ['POSITIVE', 'three rates', set('GrandTotalAmount', '-1158.20')],
  [
    'DEPOSIT-PREPAID',
    'final after deposits',
    replace(
      '<ram:DuePayableAmount',
      '<ram:TotalPrepaidAmount>304.35</ram:TotalPrepaidAmount><ram:DuePayableAmount',
    ),
  ],
  ['DEPOSIT-NAMED', 'final after deposits', replace('Acompte AC-2026-000011', 'Acompte')],
  [
    'DEPOSIT-ONCE',
    'final after deposits',
    chain((xml) => xml.replaceAll('10.00</ram:RateApplicablePercent>', '20.00</ram:RateApplicablePercent>')),
  ],
  ['DEPOSIT-CITED', 'final after deposits', drop('InvoiceReferencedDocument')],
  ['DEPOSIT-CITED', 'three rates', replace('<ram:ID>M1<', '<ram:ID>M4<')],
];

describe('the checker of invoices', () => {
  it.each(PLANTED)('%s finds what is planted in: %s', (rule, paper, plant) => {
    const right = writeCii(PAPERS[paper]);
    const wrong = plant(right);
    expect(wrong).not.toBe(right);
    expect(checkInvoice(wrong).map((fault) => fault.rule)).toContain(rule);
  });

  it('has a planted fault for each of its rules', () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it('cannot take figures for right that it cannot read', () => {
    const wrong = set('DuePayableAmount', '1158,20')(writeCii(PAPERS['three rates']));
    expect(() => checkInvoice(wrong)).toThrow('Not a decimal');
  });
});
