export * from './accounts';
export * from './allotment-entry';
export * from './default-accounts';
export * from './document-entry';
export * from './entry';
export * from './fec';
export * from './income-by-activity';
export { type NetOf, netsBy } from './nets-by';
export * from './payment-entry';
