export * from './atomic-write';
export * from './logging';
export * from './mqtt-client';
export * from './private-directory';
export * from './problem.filter';
