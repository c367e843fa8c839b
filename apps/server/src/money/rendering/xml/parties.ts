import type { ClientOnPaper, PaperContent, SellerOnPaper } from '@pandafab/domain';
import { text, withScheme, type XmlNode } from './values';

type Address = Pick<ClientOnPaper, 'addressLine' | 'postcode' | 'city' | 'countryCode'>;

/** Schemes of ISO 6523 and of the electronic address list, as XP Z12-012 wants them. */
const SCHEME = { siren: '0002', siret: '0009', electronicAddress: '0225', email: 'EM' } as const;

const address = ({ postcode, addressLine, city, countryCode }: Address): XmlNode => ({
  'ram:PostcodeCode': text(postcode),
  'ram:LineOne': text(addressLine),
  'ram:CityName': text(city),
  'ram:CountryID': countryCode,
});

const identifier = (scheme: string, value: string | null): XmlNode | null =>
  value ? { 'ram:ID': withScheme(scheme, value) } : null;

const electronicAddress = (scheme: string, value: string): XmlNode => ({
  'ram:URIID': withScheme(scheme, value),
});

/**
 * BT-49. A business or a public body is reached by its SIREN, everyone else by e-mail. Without either it is left out:
 * no platform takes the document, but it stays a valid EN 16931 invoice.
 */
function clientAddress({ kind, siren, email }: ClientOnPaper): XmlNode | null {
  if (kind !== 'person' && siren) return electronicAddress(SCHEME.electronicAddress, siren);
  return email ? electronicAddress(SCHEME.email, email) : null;
}

function sellerContact({ name, phone, email }: SellerOnPaper): XmlNode | null {
  if (!phone && !email) return null;
  return {
    'ram:PersonName': text(name),
    'ram:TelephoneUniversalCommunication': phone ? { 'ram:CompleteNumber': text(phone) } : null,
    'ram:EmailURIUniversalCommunication': email ? { 'ram:URIID': text(email) } : null,
  };
}

/** BR-O-02: a document outside the scope of VAT names the VAT number of neither party. */
const isOutsideVat = ({ vat }: PaperContent): boolean => vat.some((row) => row.categoryCode === 'O');

/** BT-31, or BT-32 (the SIREN, scheme FC) of a seller without VAT number. */
function sellerTaxNumber(content: PaperContent): XmlNode | null {
  const { vatNumber, siren } = content.seller;
  return vatNumber && !isOutsideVat(content) ? identifier('VA', vatNumber) : identifier('FC', siren);
}

/** BG-4. */
export function sellerParty(content: PaperContent): XmlNode {
  const { seller } = content;
  return {
    'ram:GlobalID': withScheme(SCHEME.siret, seller.siret),
    'ram:Name': text(seller.name),
    'ram:Description': text([seller.legalForm, seller.rna && `RNA ${seller.rna}`].filter(Boolean).join(', ')),
    'ram:SpecifiedLegalOrganization': identifier(SCHEME.siren, seller.siren),
    'ram:DefinedTradeContact': sellerContact(seller),
    'ram:PostalTradeAddress': address(seller),
    'ram:URIUniversalCommunication': electronicAddress(SCHEME.electronicAddress, seller.siren),
    'ram:SpecifiedTaxRegistration': sellerTaxNumber(content),
  };
}

/** BG-7. */
export function clientParty(content: PaperContent): XmlNode {
  const { client } = content;
  const isPerson = client.kind === 'person';
  return {
    'ram:GlobalID': client.siret && !isPerson ? withScheme(SCHEME.siret, client.siret) : null,
    'ram:Name': text(client.name),
    'ram:SpecifiedLegalOrganization': isPerson ? null : identifier(SCHEME.siren, client.siren),
    'ram:DefinedTradeContact': text(client.contactName)
      ? { 'ram:PersonName': text(client.contactName) }
      : null,
    'ram:PostalTradeAddress': address(client),
    'ram:URIUniversalCommunication': clientAddress(client),
    'ram:SpecifiedTaxRegistration': isOutsideVat(content) ? null : identifier('VA', client.vatNumber),
  };
}

/**
 * BG-13 with BG-15: where goods go. Goods for another country of the European Union always say it (BR-IC-12), other
 * documents when it is not the client's address.
 */
export function deliveryParty({ deliverTo, client, vat }: PaperContent): XmlNode | null {
  const isWithinUnion = vat.some((row) => row.categoryCode === 'K');
  if (!deliverTo && !isWithinUnion) return null;
  return { 'ram:Name': text(client.name), 'ram:PostalTradeAddress': address(deliverTo ?? client) };
}
