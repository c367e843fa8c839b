import { Injectable } from '@nestjs/common';
import { type FirmwareProfile, findProfile, ownProfiles } from '@pandafab/firmware';

/** The firmware profiles that this version contains. */
@Injectable()
export class ProfileCatalogue {
  private readonly profiles = ownProfiles();

  /** @throws Fault MACHINE.UNKNOWN_PROFILE listing the known ones. */
  demand(id: string): FirmwareProfile {
    return findProfile(this.profiles, id);
  }

  find(id: string): FirmwareProfile | undefined {
    return this.profiles.get(id);
  }

  list(): FirmwareProfile[] {
    return [...this.profiles.values()];
  }
}
