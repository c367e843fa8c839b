export * from './clock';
export type { GuardReason } from './faults/catalogue/guard';
export type { FaultEntry, Sentences } from './faults/entry';
export * from './faults/fault';
export * from './guard-policy';
export * from './ids';
export * from './language';
export * from './money';
export * from './units';
