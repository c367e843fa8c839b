import type { ClientOnPaper, PaperContent, SellerOnPaper } from '../paper';
import { hasAmount } from '../paper-totals';
import { isFrench } from '../vat-case';
import { type FlawRule, flawIf, isBlank, type PaperFlaw, refusal, warning } from './flaw';

const ADDRESS = ['name', 'addressLine', 'postcode', 'city', 'countryCode'] as const;
/** Postal addresses of some countries have no postcode. */
const isNeeded = (field: string, countryCode: string): boolean =>
  field !== 'postcode' || isFrench(countryCode);

const missing = (
  party: ClientOnPaper | SellerOnPaper,
  code: 'SELLER_FIELD_MISSING' | 'CLIENT_FIELD_MISSING',
): PaperFlaw[] =>
  ADDRESS.filter((field) => isNeeded(field, party.countryCode) && isBlank(party[field])).map((field) =>
    refusal(code, { field }),
  );

/** Names and addresses, and the seller's numbers (CGI ann. II art. 242 nonies A). */
export const sellerFlaws: FlawRule = ({ seller }) => [
  ...missing(seller, 'SELLER_FIELD_MISSING'),
  ...flawIf(!/^\d{9}$/.test(seller.siren), refusal('SELLER_SIREN')),
  ...flawIf(
    !/^\d{14}$/.test(seller.siret) || !seller.siret.startsWith(seller.siren),
    refusal('SELLER_SIRET'),
  ),
];

/** A French public body has a SIRET (Chorus Pro); a business should have a SIREN; a private person has none. */
export const clientFlaws: FlawRule = ({ client }) => {
  const isHere = isFrench(client.countryCode);
  const { kind, siren, siret, email } = client;
  return [
    ...missing(client, 'CLIENT_FIELD_MISSING'),
    ...flawIf(kind === 'public-body' && isHere && !siret, refusal('CLIENT_SIRET_MISSING')),
    ...flawIf(kind === 'business' && isHere && !siren, warning('CLIENT_SIREN_MISSING')),
    ...flawIf(kind === 'person' && (siren ?? siret) !== null, refusal('CLIENT_SIREN_OF_PERSON')),
    ...flawIf(kind === 'person' && !email, warning('CLIENT_EMAIL_MISSING')),
  ];
};

/** What Chorus Pro takes for public bodies: codes where that client's record demands them, and lengths. */
export const chorusFlaws: FlawRule = (content, demands) => {
  const { client, purchaseOrder } = content;
  if (client.kind !== 'public-body') return [];
  return [
    ...flawIf(demands.requiresServiceCode && isBlank(client.serviceCode), refusal('SERVICE_CODE_MISSING')),
    ...flawIf(demands.requiresEngagement && isBlank(purchaseOrder), refusal('PURCHASE_ORDER_MISSING')),
    ...flawIf(content.cites.length > 1, warning('MANY_CITATIONS')),
    ...lengths(content)
      .filter(({ text, most }) => (text?.length ?? 0) > most)
      .map(tooLong),
  ];
};

interface Length {
  readonly field: string;
  readonly text: string | null;
  readonly most: number;
  readonly position?: number;
}

const tooLong = ({ field, most, position }: Length): PaperFlaw =>
  refusal('TOO_LONG', position === undefined ? { field, most } : { field, most, position });

const lengths = ({ client, seller, purchaseOrder, notes, lines }: PaperContent): Length[] => [
  { field: 'clientName', text: client.name, most: 99 },
  { field: 'sellerName', text: seller.name, most: 99 },
  { field: 'clientAddressLine', text: client.addressLine, most: 400 },
  { field: 'sellerAddressLine', text: seller.addressLine, most: 400 },
  { field: 'purchaseOrder', text: purchaseOrder, most: 50 },
  { field: 'serviceCode', text: client.serviceCode, most: 100 },
  ...notes.map(({ text }) => ({ field: 'note', text, most: 1024 })),
  ...lines.filter(hasAmount).map(({ position, label, details }) => ({
    field: 'label',
    text: [label, ...details].join('\n'),
    most: 1024,
    position,
  })),
];

/**
 * Electronic invoicing between businesses refuses documents outside the scope of VAT or exempt by CGI 261 only (G2.32),
 * unless the client is a public body: the XML is for the archive.
 */
export const platformFlaws: FlawRule = ({ client, vat }) => {
  const isLeftOut = vat.every(
    ({ categoryCode, exemptionCode }) =>
      categoryCode === 'O' || (categoryCode === 'E' && exemptionCode?.startsWith('VATEX-FR-CGI261')),
  );
  return flawIf(client.kind === 'business' && vat.length > 0 && isLeftOut, warning('NO_PLATFORM'));
};
