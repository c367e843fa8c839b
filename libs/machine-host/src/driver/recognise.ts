import { areRelated, type HeardIdentity, recogniseProfile } from '@pandafab/firmware';
import type { MachineStatus } from '../machine-driver';
import type { StreamingDriverOptions } from './streaming-driver-options';

/** Finds the profile that fits the machine. The chosen profile stays: only a person knows why it was chosen. */
export function recognise(
  heard: HeardIdentity,
  { profiles = new Map(), profile, log }: Pick<StreamingDriverOptions, 'profiles' | 'profile' | 'log'>,
): Pick<MachineStatus, 'recognisedProfileId' | 'profileMismatch'> {
  const id = recogniseProfile(profiles, heard);
  const recognised = id === null ? undefined : profiles.get(id);
  const profileMismatch = recognised !== undefined && !areRelated(recognised, profile);
  if (profileMismatch)
    log.warn('machine.profile-mismatch', { chosen: profile.id, recognised: recognised.id });
  return { recognisedProfileId: id, profileMismatch };
}
