export { isAllowableLimit, isLimitName } from './allowable';
export { GuardCensus } from './census';
export type * from './facts';
export { isRefused, judge } from './judge';
export { LineGuard, type LineVerdict } from './line-guard';
export { longestFrame } from './rules';
export { changesFilament, NAMED_PAUSE, PERSON_CODES, saidBy, stopsOf } from './stops';
export { type Volumetric, withVolumes } from './volumetric';
