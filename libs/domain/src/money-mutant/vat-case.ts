import type { VatSettings } from '../vat';
import { vatTreatment } from '../vat';
import type { ClientKind, LineNature, LineTax, VatCategory } from './paper';

/**
 * Why a line is taxed as it is: as the activity in France, a service or goods for a business in another state of the
 * European Union, goods that leave the Union, a service for a business outside of it, or work for a client who owes
 * the VAT of his subcontractors (CGI 283-2).
 */
export const VAT_CASES = [
  'domestic',
  'eu-services',
  'eu-goods',
  'export',
  'outside-scope',
  'subcontracting',
] as const;
export type VatCase = (typeof VAT_CASES)[number];
export type CaseAbroad = Exclude<VatCase, 'domestic'>;

/** What documents print for each case: dated settings of the seller. A missing one is a flaw of the document. */
export type CaseWordings = Partial<Readonly<Record<CaseAbroad, string | null>>>;

/** The VAT settings of the seller in force on the day. */
export interface TaxSettings {
  readonly vat: VatSettings;
  readonly caseWordings?: CaseWordings;
}

/** The client as far as VAT needs to know. */
export interface TaxedClient {
  readonly kind: ClientKind;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly vatNumber: string | null;
}

/** The other states of the European Union, as VAT sees them; XI is Northern Ireland, which counts for goods. */
const UNION = 'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
/** Countries and regions with French addresses. Staff choose the case of goods that leave for overseas regions. */
const FRENCH = 'FR MC GP MQ RE GF YT BL MF PM NC PF WF TF'.split(' ');

export const isInUnion = (countryCode: string, nature: LineNature): boolean =>
  UNION.includes(countryCode) || (countryCode === 'XI' && nature === 'goods');
export const isFrench = (countryCode: string): boolean => FRENCH.includes(countryCode);

/**
 * The case of a line for this client. A business or public body of the Union without a VAT number, and a person who
 * buys a service, are taxed as in France. `forced` is what staff chose for the client order; null: by itself.
 */
export function vatCaseOf(nature: LineNature, client: TaxedClient, forced: VatCase | null): VatCase {
  if (forced) return forced;
  const { kind, countryCode, vatNumber } = client;
  if (isFrench(countryCode)) return 'domestic';
  const isPerson = kind === 'person';
  if (isInUnion(countryCode, nature)) {
    if (isPerson || vatNumber === null) return 'domestic';
    return nature === 'services' ? 'eu-services' : 'eu-goods';
  }
  if (nature === 'goods') return 'export';
  return isPerson ? 'domestic' : 'outside-scope';
}

/** Category and VATEX code of each case (EN 16931 and the French list of BT-121). */
const CODES: Readonly<Record<CaseAbroad, readonly [VatCategory, string]>> = {
  'eu-services': ['AE', 'VATEX-EU-AE'],
  'eu-goods': ['K', 'VATEX-EU-IC'],
  export: ['G', 'VATEX-EU-G'],
  'outside-scope': ['O', 'VATEX-EU-O'],
  subcontracting: ['AE', 'VATEX-FR-AE'],
};

/**
 * How a line is taxed on a document of today. Stored on the line at issue: later settings do not matter.
 * @returns undefined when the regime is split and does not know the activity: a person must say
 */
export function lineTaxOf(
  settings: TaxSettings,
  activity: string,
  nature: LineNature,
  client: TaxedClient,
  forced: VatCase | null,
): LineTax | undefined {
  const vatCase = vatCaseOf(nature, client, forced);
  if (vatCase === 'domestic') return vatTreatment(settings.vat, activity);
  const [categoryCode, exemptionCode] = CODES[vatCase];
  const exemptionText = settings.caseWordings?.[vatCase] ?? null;
  return { categoryCode, rateBasisPoints: 0, exemptionCode, exemptionText };
}
