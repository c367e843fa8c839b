export { type ChargedSum, chargeOf, type NetCharge } from './charge';
export {
  type AccountSums,
  availableOf,
  type Coverage,
  coverageOf,
  coveredNow,
  type WaitingPrint,
} from './coverage';
export {
  type FreePart,
  type FreeQuota,
  freePartOf,
  leftOfQuota,
  QUOTA_MEASURES,
  type QuotaMeasure,
  type QuotaUse,
} from './free-quota';
export { accountReference } from './reference';
export {
  CHARGED_PARTS,
  type ChargedPart,
  chargedPartOf,
  type EndOfRun,
  materialOnly,
  NOTHING_CHARGED,
  type SettlementPolicy,
  type UnfinishedEnd,
} from './settlement';
