import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { UsageRecord } from './usage-record.entity';

/** Registers the answers that other modules need about usage records. */
@Injectable()
export class UsageRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('usageRecords', rowsOf(UsageRecord, byMember));
    this.importHolds.register(UsageRecord, 'IMPORT.KEPT_JOB');
  }
}
