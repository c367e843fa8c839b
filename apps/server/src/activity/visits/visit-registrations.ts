import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byAccount, byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { LabOpening, Visit } from './visit.entities';

/** Registers the answers that other modules need about visits. */
@Injectable()
export class VisitRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('visits', rowsOf(Visit, byMember, ['accountId', 'kioskId']));
    // The person who opened or closed the lab.
    this.personal.register('labOpenings', rowsOf(LabOpening, byAccount, ['kioskId']));
    this.importHolds.register(Visit, 'IMPORT.KEPT_ACTIVITY');
  }
}
