import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Registration, SessionFeed } from './registration.entities';

/** Registers the answers that other modules need about people at sessions. */
@Injectable()
export class RegistrationRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('labSessions', rowsOf(Registration, byMember));
    this.personal.register('sessionFeeds', rowsOf(SessionFeed, byMember, ['tokenHash']));
    this.importHolds.register(Registration, 'IMPORT.KEPT_ACTIVITY');
    this.importHolds.register(SessionFeed, 'IMPORT.KEPT_ACTIVITY');
  }
}
