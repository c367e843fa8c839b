export * from './bank-types';
export { type MatchSources, matchLines } from './match-lines';
export { rfReference } from './rf-reference';
export { payerKey } from './words';
