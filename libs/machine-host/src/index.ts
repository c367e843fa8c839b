export * from './machine-driver';
export type { CommandSource } from './source/command-source';
export type { CloseReason, Link, Transport } from './transport';
