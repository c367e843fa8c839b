export { areRelated, type HeardIdentity, recogniseProfile } from './fingerprint';
export { defaultProfilesDirectory, findProfile, loadProfiles } from './load-profiles';
export type { FirmwareProfile } from './profile';
export { profileSchemaText } from './schema-text';
