export * from './environment';
export * from './logging';
export * from './mqtt-client';
export * from './problem.filter';
