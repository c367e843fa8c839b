import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byAccount, byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { type Owner, PersonalTables } from '../../platform/personal-data/personal-tables';
import { Account, AccountRole, ApiToken, LoginSession } from './account.entity';
import { AccountCode } from './account-code.entity';
import { KnownDevice } from './known-device.entity';

const byEither = (owner: Owner) => [...byMember(owner), ...byAccount(owner)];

/** Registers the answers that other modules need about accounts. */
@Injectable()
export class AccountRegistrations implements OnModuleInit {
  constructor(private readonly personal: PersonalTables) {}

  onModuleInit(): void {
    this.personal.register('account', rowsOf(Account, byMember, ['passwordHash']));
    this.personal.register('roles', rowsOf(AccountRole, byAccount));
    this.personal.register('sessions', rowsOf(LoginSession, byAccount, ['tokenHash']));
    this.personal.register('devices', rowsOf(KnownDevice, byAccount, ['tokenHash']));
    this.personal.register('tokens', rowsOf(ApiToken, byAccount, ['tokenHash', 'slicerDigest']));
    // A registration's data holds the hash of the password.
    this.personal.register('links', rowsOf(AccountCode, byEither, ['codeHash', 'data']));
  }
}
