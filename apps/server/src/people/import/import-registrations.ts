import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditPersonalDetail } from '../../platform/audit/audit.entities';
import { Mail } from '../../platform/mail/mail.entity';
import { Account } from '../accounts/account.entity';
import { AccountCode } from '../accounts/account-code.entity';
import { GroupPerson } from '../groups/group.entities';
import { Induction } from '../inductions/induction.entities';
import {
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from '../members/member.entity';
import { ImportHolds } from './import-holds';

/** Registers the tables of people that block the undo of an import. The groups above people register their own. */
@Injectable()
export class ImportRegistrations implements OnModuleInit {
  constructor(private readonly holds: ImportHolds) {}

  onModuleInit(): void {
    for (const table of [Account, AccountCode, Mail]) this.holds.register(table, 'IMPORT.KEPT_ACCOUNT');
    for (const table of [MemberBillingIdentity, MemberProfile])
      this.holds.register(table, 'IMPORT.KEPT_CHANGED');
    this.holds.register(Induction, 'IMPORT.KEPT_INDUCTION');
    this.holds.register(GroupPerson, 'IMPORT.KEPT_GROUP');
    for (const table of [AuditPersonalDetail, ResidencyVerification, MemberContact])
      this.holds.register(table, null);
  }
}
