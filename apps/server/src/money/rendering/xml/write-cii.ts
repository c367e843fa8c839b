import { isBooked, type PaperContent, type PaperNote, TYPE_CODES } from '@pandafab/domain';
import { lineItems } from './lines';
import { clientParty, deliveryParty, sellerParty } from './parties';
import { serialize } from './serialize';
import { deliveryDay, settlement } from './settlement';
import { day, text, type XmlNode } from './values';

const NAMESPACES = {
  '@xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  '@xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  '@xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  '@xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
} as const;
const PROFILE = 'urn:cen.eu:en16931:2017';

const context = ({ process }: PaperContent): XmlNode => ({
  'ram:BusinessProcessSpecifiedDocumentContextParameter': process ? { 'ram:ID': process } : null,
  'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': PROFILE },
});

const note = ({ code, text: content }: PaperNote): XmlNode => ({
  'ram:Content': text(content) ?? '-',
  'ram:SubjectCode': code,
});

const head = (content: PaperContent, typeCode: string): XmlNode => ({
  'ram:ID': content.number,
  'ram:TypeCode': typeCode,
  'ram:IssueDateTime': day(content.issuedOn),
  'ram:IncludedNote': content.notes.filter(({ code }) => code !== null).map(note),
});

const orderReference = (number: string | undefined): XmlNode | null =>
  number ? { 'ram:IssuerAssignedID': number } : null;

const agreement = (content: PaperContent): XmlNode => ({
  'ram:BuyerReference': text(content.client.serviceCode),
  'ram:SellerTradeParty': sellerParty(content),
  'ram:BuyerTradeParty': clientParty(content),
  'ram:SellerOrderReferencedDocument': orderReference(text(content.reference)),
  'ram:BuyerOrderReferencedDocument': orderReference(text(content.purchaseOrder)),
});

const delivery = (content: PaperContent): XmlNode => ({
  'ram:ShipToTradeParty': deliveryParty(content),
  'ram:ActualDeliverySupplyChainEvent': deliveryDay(content),
});

/**
 * The `factur-x.xml` of an issued document: UN/CEFACT Cross Industry Invoice, Factur-X profile EN 16931, with the
 * French rules of XP Z12-012. It says what the frozen content says and computes nothing. Credit notes have positive
 * figures. Throws for quotes and order confirmations, which have no electronic form.
 */
export function writeCii(content: PaperContent): string {
  if (!isBooked(content.kind)) throw new Error(`A ${content.kind} has no electronic form`);
  const invoice: XmlNode = {
    ...NAMESPACES,
    'rsm:ExchangedDocumentContext': context(content),
    'rsm:ExchangedDocument': head(content, TYPE_CODES[content.kind]),
    'rsm:SupplyChainTradeTransaction': {
      'ram:IncludedSupplyChainTradeLineItem': lineItems(content.lines),
      'ram:ApplicableHeaderTradeAgreement': agreement(content),
      'ram:ApplicableHeaderTradeDelivery': delivery(content),
      'ram:ApplicableHeaderTradeSettlement': settlement(content),
    },
  };
  return serialize('rsm:CrossIndustryInvoice', invoice);
}
