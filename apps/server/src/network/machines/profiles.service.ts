import { Injectable } from '@nestjs/common';
import type { FirmwareProfile } from '@pandafab/firmware';
import type { LabId, MachineId } from '@pandafab/shared';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Lab } from '../labs/lab.entity';
import { Machine } from './machine.entity';
import { ProfileCatalogue } from './profile-catalogue';
import type { ProfileView } from './profiles.dto';

interface User {
  readonly id: MachineId;
  readonly name: string;
  readonly profileId: string;
  readonly labId: LabId;
  readonly labName: string;
}

/** The firmware profiles of this version, and the machines that use each. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly catalogue: ProfileCatalogue,
    private readonly database: ReadDatabase,
  ) {}

  async list(): Promise<ProfileView[]> {
    const users = await this.users();
    return this.catalogue.list().map((profile) => viewProfile(profile, users));
  }

  private users(): Promise<User[]> {
    return this.database
      .of(Machine)
      .createQueryBuilder('machine')
      .innerJoin(Lab, 'lab', 'lab.id = machine.labId')
      .select('machine.id', 'id')
      .addSelect('machine.name', 'name')
      .addSelect('machine.profileId', 'profileId')
      .addSelect('lab.id', 'labId')
      .addSelect('lab.name', 'labName')
      .orderBy('lab.foldedName')
      .addOrderBy('machine.foldedName')
      .getRawMany<User>();
  }
}

function viewProfile(profile: FirmwareProfile, users: readonly User[]): ProfileView {
  const { id, name, dialect, lineage, framing, limits, volume, durations, pause } = profile;
  const { belowMm, beyondMm, homesOverBed, stopsAtEnds } = volume;
  return {
    id,
    name,
    dialect,
    basedOn: lineage,
    numbersLines: framing.checksum !== 'none',
    limits: {
      maxNozzleCelsius: limits.maxNozzleC,
      maxBedCelsius: limits.maxBedC,
      extruders: limits.extruders,
    },
    volume: { belowMm, beyondMm, homesOverBed, stopsAtEnds },
    durations,
    pauseKeepsHeatMinutes: pause.keepMinutes,
    machines: users.filter(({ profileId }) => profileId === id).map(({ profileId: _, ...user }) => user),
  };
}
