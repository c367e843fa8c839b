export * from './indicator';
export * from './project';
export * from './publics';
export * from './registration';
export * from './session';
export * from './visitor';
export * from './weekly-rule';
