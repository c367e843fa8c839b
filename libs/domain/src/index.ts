export * from './assign';
export * from './job-state';
export * from './ledger';
export * from './permissions';
export * from './pricing';
export * from './reasons';
export * from './run-state';
export * from './vat';
