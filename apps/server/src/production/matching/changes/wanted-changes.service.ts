import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { PersonalTables } from '../../../platform/personal-data/personal-tables';
import { WantedChangeRow } from './wanted-change.entity';

/** The changes of spools for which it is time. */
@Injectable()
export class WantedChanges implements OnModuleInit {
  constructor(
    private readonly database: ReadDatabase,
    private readonly personal: PersonalTables,
  ) {}

  onModuleInit(): void {
    this.personal.leaveOut(WantedChangeRow, 'spools that staff should change; the job is named only');
  }

  of(labId: LabId): Promise<WantedChangeRow[]> {
    const order = { since: 'ASC', machineId: 'ASC' } as const;
    return this.database.of(WantedChangeRow).find({ where: { labId, wanted: true }, order });
  }
}
