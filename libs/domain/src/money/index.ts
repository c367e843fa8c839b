export * from './accounts';
export * from './bank';
export * from './closures/periods';
export * from './closures/totals';
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
export { type EpcRemittance, type EpcTransfer, epcText } from './epc/epc-text';
export {
  type ClientDemands,
  type FlawParameters,
  PAPER_FLAW_CODES,
  type PaperFlaw,
  type PaperFlawCode,
} from './flaws/flaw';
export * from './invoice-state';
export * from './journal';
export { isPayableLine, lineAmount } from './line-amount';
export { grossOf } from './net-of-gross';
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
export * from './receivables/aged-balance';
export * from './reminders/due-step';
export * from './reminders/late-penalty';
export * from './reminders/reminder-text';
export * from './vat-case';
export * from './vat-report';
export { isSameRow, type TaxBase, type TaxedCents } from './vat-rows';
