export * from './charges';
export * from './e-reporting';
export * from './vat-report';
