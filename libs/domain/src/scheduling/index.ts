export * from './decide';
export * from './fit';
export * from './forecast';
export * from './machine-times';
export * from './plan-input';
export * from './score';
export * from './span';
export * from './weights';
