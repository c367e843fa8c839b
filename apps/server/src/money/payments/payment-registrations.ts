import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Payment } from '../settlement/settlement.entities';

/** Registers the answers that other modules need about payments. */
@Injectable()
export class PaymentRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('payments', rowsOf(Payment, byMember, ['salt', 'key', 'foldedWords']));
    this.importHolds.register(Payment, 'IMPORT.KEPT_PAYMENT');
  }
}
