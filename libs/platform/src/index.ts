export * from './atomic-write';
export * from './mqtt-client';
export * from './private-directory';
export * from './service-address';
