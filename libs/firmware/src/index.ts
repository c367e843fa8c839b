export { areRelated, type HeardIdentity, recogniseProfile } from './fingerprint';
export { guardPolicyOf, type MachineLimits } from './guard-policy';
export { guardPolicySchema } from './guard-schema';
export { defaultProfilesDirectory, findProfile, loadProfiles, ownProfiles } from './load-profiles';
export type { FirmwareProfile } from './profile';
export { profileSchemaText } from './schema-text';
