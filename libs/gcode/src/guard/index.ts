export { isAllowableLimit, isLimitName } from './allowable';
export { GuardCensus } from './census';
export type * from './facts';
export { isRefused, judge } from './judge';
export { LineGuard, type LineVerdict } from './line-guard';
export { longestFrame } from './rules';
export { type Volumetric, withVolumes } from './volumetric';
