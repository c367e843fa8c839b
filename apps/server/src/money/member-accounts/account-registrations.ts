import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { TopUps } from '../bank/top-ups';
import { AccountCharge, AccountEntry, AccountInvoice, MemberAccount } from './account.entities';
import { AccountMoney } from './account-money.service';
import { memberReferences } from './member-references';
import { Reservation } from './reservation.entity';
import { GroupPayer } from './settings.entities';

/** Registers the answers that other modules need about accounts. */
@Injectable()
export class AccountRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
    private readonly topUps: TopUps,
    private readonly money: AccountMoney,
  ) {}

  onModuleInit(): void {
    this.topUps.register({
      references: memberReferences,
      topUp: (unit, by, { owner, ...moved }) => this.money.topUp(unit, by, owner.memberId, moved),
    });
    this.personal.register('prepaidAccount', rowsOf(MemberAccount, byMember));
    this.personal.register('prepaidAccountEntries', rowsOf(AccountEntry, byMember, ['salt']));
    this.personal.register('prepaidAccountCharges', rowsOf(AccountCharge, byMember));
    this.personal.register('prepaidAccountInvoices', rowsOf(AccountInvoice, byMember));
    this.personal.register('prepaidReservations', rowsOf(Reservation, byMember));
    this.personal.register('groupsPaidFor', rowsOf(GroupPayer, byMember));
    for (const table of [MemberAccount, AccountEntry, AccountCharge, AccountInvoice, Reservation])
      this.importHolds.register(table, 'IMPORT.KEPT_PAYMENT');
    this.importHolds.register(GroupPayer, 'IMPORT.KEPT_PAYMENT');
  }
}
