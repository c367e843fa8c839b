import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { MemberCard } from './member-card.entity';

/** Registers the answers that other modules need about cards. */
@Injectable()
export class CardRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('cards', rowsOf(MemberCard, byMember));
    this.importHolds.register(MemberCard, 'IMPORT.KEPT_ACTIVITY');
  }
}
