export * from './atomic-write';
export * from './environment';
export * from './logging';
export * from './mqtt-client';
export * from './private-directory';
export * from './problem.filter';
export * from './service-address';
