import { Injectable } from '@nestjs/common';
import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';

/** The firmware profiles that come with this version. */
@Injectable()
export class ProfileCatalogue {
  private readonly profiles = loadProfiles(defaultProfilesDirectory);

  /** @throws Fault MACHINE.UNKNOWN_PROFILE listing the known ones. */
  demand(id: string): void {
    findProfile(this.profiles, id);
  }

  list(): { id: string; name: string }[] {
    return [...this.profiles.values()].map(({ id, name }) => ({ id, name }));
  }
}
