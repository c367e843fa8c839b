import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { CardPayment } from './card-payment.entity';

/** Registers the answers that other modules need about card payments. */
@Injectable()
export class CardRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
  ) {}

  onModuleInit(): void {
    this.personal.register('cardPayments', rowsOf(CardPayment, byMember));
    this.importHolds.register(CardPayment, 'IMPORT.KEPT_PAYMENT');
  }
}
