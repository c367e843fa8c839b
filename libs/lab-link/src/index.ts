export { presentCause } from './earlier-names';
export * from './encode';
export * from './envelope';
export * from './hello-proof';
export * from './messages';
export * from './ports';
export * from './run-figures';
export * from './topics';
