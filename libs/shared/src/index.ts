export * from './clock';
export type { FaultEntry, Sentences } from './faults/entry';
export * from './faults/fault';
export * from './ids';
export * from './language';
export * from './money';
export * from './units';
