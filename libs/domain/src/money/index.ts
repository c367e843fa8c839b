export {
  type AskedCredit,
  type CreditFigures,
  type CreditRefusal,
  creditOf,
  isCredit,
} from './credit';
export {
  type Creditable,
  type EarlierCredit,
  isCreditedInFull,
  type LineLeft,
  linesLeft,
  rowsLeft,
} from './credit-left';
export { spreadDiscounts } from './document-discounts';
export {
  type ClientDemands,
  type FlawParameters,
  PAPER_FLAW_CODES,
  type PaperFlaw,
  type PaperFlawCode,
} from './flaws/flaw';
export * from './invoice-state';
export { isPayableLine, lineAmount } from './line-amount';
export * from './order-state';
export * from './paper';
export { paperFlaws } from './paper-flaws';
export * from './paper-notes';
export { hasAmount, type PaperSums, paperTotals, type TotalledLine } from './paper-totals';
export {
  isPart,
  type Part,
  type PartRefusal,
  type PartRow,
  partOfNet,
  partOfPercent,
  subtractParts,
} from './part';
export { type NoExactPart, partOfGross } from './part-gross';
export { priceOfGross } from './price-of-gross';
export * from './quote-state';
export * from './vat-case';
export { isSameRow, type TaxBase, type TaxedCents } from './vat-rows';
