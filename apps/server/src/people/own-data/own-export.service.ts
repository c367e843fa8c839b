import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { type Owner, PersonalTables } from '../../platform/personal-data/personal-tables';
import { wardsOf } from '../members/guardians';

/** All stored data of a person, for that person (GDPR, articles 15 and 20). */
@Injectable()
export class OwnExportService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly personal: PersonalTables,
  ) {}

  async of(owner: Owner): Promise<Record<string, unknown>> {
    const { manager } = this.read;
    const now = this.clock.now();
    const wards = await wardsOf(manager, owner.memberId, now);
    return {
      exportedAt: toIso(now),
      wards: wards.map(({ id }) => id),
      ...(await this.personal.read(manager, owner)),
    };
  }
}
