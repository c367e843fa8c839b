import type { LineTax, PaperContent, PaperLine, VatCategory } from '../paper';
import { hasAmount } from '../paper-totals';
import { isFrench, isInUnion } from '../vat-case';
import { isSameRow } from '../vat-rows';
import { type FlawRule, flawIf, isBlank, type PaperFlaw, refusal } from './flaw';

/** The rates that French platforms take, in basis points (BR-FR; overseas, Corsica and former rates with them). */
const RATES = [0, 90, 105, 175, 210, 550, 700, 850, 920, 960, 1000, 1300, 1960, 2000, 2060];

const taxesOf = ({ lines }: PaperContent): LineTax[] => lines.filter(hasAmount).map(({ tax }) => tax);
const uses = (content: PaperContent, categories: readonly VatCategory[]): VatCategory | undefined =>
  categories.find((category) => taxesOf(content).some(({ categoryCode }) => categoryCode === category));

/** Rates are those of the French list, and what is not taxed says why by code and by text (G1.41). */
export const rateFlaws: FlawRule = ({ lines }) => lines.filter(hasAmount).flatMap(flawsOfTax);

function flawsOfTax({ position, tax }: PaperLine): PaperFlaw[] {
  const { categoryCode: category, rateBasisPoints, exemptionCode, exemptionText } = tax;
  if (category === 'S')
    return [
      ...flawIf(
        !RATES.includes(rateBasisPoints) || rateBasisPoints === 0,
        refusal('RATE_UNKNOWN', { position, rateBasisPoints }),
      ),
    ];
  return [
    ...flawIf(rateBasisPoints !== 0, refusal('RATE_NOT_ZERO', { position, category, rateBasisPoints })),
    ...flawIf(isBlank(exemptionCode), refusal('EXEMPTION_MISSING', { position, category })),
    ...flawIf(isBlank(exemptionText), refusal('EXEMPTION_TEXT_MISSING', { position, category })),
  ];
}

/** One row per category and rate has one motive (BR-E-01 and its like). */
export const motiveFlaws: FlawRule = (content) => {
  const taxes = taxesOf(content);
  const firsts = taxes.filter((tax, at) => taxes.findIndex((other) => isSameRow(other, tax)) === at);
  return firsts.flatMap((first) => {
    const { categoryCode: category, rateBasisPoints } = first;
    const others = taxes.filter((tax) => isSameRow(tax, first) && !isSameMotive(tax, first));
    return flawIf(others.length > 0, refusal('TWO_MOTIVES', { category, rateBasisPoints }));
  });
};

const isSameMotive = (a: LineTax, b: LineTax): boolean =>
  a.exemptionCode === b.exemptionCode && a.exemptionText === b.exemptionText;

/** What is outside the scope of VAT is alone on its document (BR-O-11, BR-O-12). */
export const scopeFlaws: FlawRule = (content) => {
  const isMixed = uses(content, ['O']) && uses(content, ['S', 'E', 'AE', 'K', 'G']);
  return flawIf(isMixed !== undefined, refusal('OUTSIDE_SCOPE_WITH_OTHERS'));
};

/** VAT numbers of both sides (BR-S-02, BR-AE-02, BR-IC-02, BR-G-02). */
export const vatNumberFlaws: FlawRule = (content) => {
  const { seller, client } = content;
  const ofSeller = uses(content, ['S', 'AE', 'K', 'G']);
  const ofClient = uses(content, ['AE', 'K']);
  return [
    ...(ofSeller && isBlank(seller.vatNumber)
      ? [refusal('SELLER_VAT_NUMBER_MISSING', { category: ofSeller })]
      : []),
    ...(ofClient && isBlank(client.vatNumber)
      ? [refusal('CLIENT_VAT_NUMBER_MISSING', { category: ofClient })]
      : []),
  ];
};

/** Goods without VAT arrive in another state of the Union (K, BR-IC-11, BR-IC-12), or leave it (G). */
export const deliveryFlaws: FlawRule = (content) => {
  const country = content.deliverTo?.countryCode ?? content.client.countryCode;
  const isUnion = isInUnion(country, 'goods');
  const isIntraUnion = uses(content, ['K']) !== undefined;
  const isExport = uses(content, ['G']) !== undefined;
  const leaves = !isUnion && (!isFrench(country) || OUTSIDE_VAT_AREA.includes(country));
  const day = content.kind === 'quote' || content.kind === 'order-confirmation' ? '-' : content.servedTo;
  return [
    ...flawIf(isIntraUnion && !isUnion, refusal('DELIVERY_NOT_IN_UNION', { text: country })),
    ...flawIf(isExport && !leaves, refusal('DELIVERY_NOT_ABROAD', { text: country })),
    ...flawIf(isIntraUnion && day === null, refusal('DELIVERY_DAY_MISSING')),
  ];
};

/** French regions and territories to which goods are exported, as VAT sees it (CGI 294 and others). */
const OUTSIDE_VAT_AREA = 'GP MQ RE GF YT BL MF PM NC PF WF TF'.split(' ');
