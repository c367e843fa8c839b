export * from './envelope';
export * from './hello-proof';
export * from './messages';
export * from './topics';
