import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Feature } from '../../platform/kit/feature';
import { MembersModule } from '../members/members.module';
import { AccessGuard } from './access.guard';
import { Account, AccountRole, ApiToken, LoginSession } from './account.entity';
import { accountMails } from './account.mails';
import { AccountCode } from './account-code.entity';
import { AccountMails } from './account-mails';
import { AccountRegistrations } from './account-registrations';
import { accountsAudit } from './accounts.audit';
import { accountsFaults } from './accounts.faults';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { HandOver } from './codes/hand-over';
import { InvitationsController } from './codes/invitations.controller';
import { InvitationsService } from './codes/invitations.service';
import { PasswordLinksController } from './codes/password-links.controller';
import { PasswordLinksService } from './codes/password-links.service';
import { PasswordsController } from './codes/passwords.controller';
import { PasswordsService } from './codes/passwords.service';
import { RegistrationsController } from './codes/registrations.controller';
import { RegistrationsService } from './codes/registrations.service';
import { SignInAddressController } from './codes/sign-in-address.controller';
import { SignInAddressService } from './codes/sign-in-address.service';
import { IdentityService } from './identity.service';
import { KnownDevice } from './known-device.entity';
import { KnownDevices } from './known-devices';
import { OwnLanguageService } from './own-language.service';
import { PasswordProof } from './password-proof';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SetupService } from './setup.service';
import { SlicerTokens1764500031000 } from './slicer-tokens.migration';
import { TokenUse } from './token-use';
import { TokenUse1764352200000 } from './token-use.migration';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

/** Accounts, sign-in, and the identity of a request's sender. */
@Module({
  imports: [MembersModule],
  controllers: [
    AuthController,
    SessionsController,
    TokensController,
    InvitationsController,
    RegistrationsController,
    PasswordLinksController,
    PasswordsController,
    SignInAddressController,
  ],
  providers: [
    AccountMails,
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountRegistrations,
    AccountsService,
    AuthService,
    IdentityService,
    KnownDevices,
    OwnLanguageService,
    PasswordProof,
    InvitationsService,
    PasswordLinksService,
    HandOver,
    PasswordsService,
    RegistrationsService,
    SignInAddressService,
    SessionsService,
    SetupService,
    TokenUse,
    TokensService,
  ],
  exports: [
    AccountsService,
    AuthService,
    IdentityService,
    InvitationsService,
    OwnLanguageService,
    PasswordsService,
    RegistrationsService,
    SetupService,
    SignInAddressService,
    TokensService,
  ],
})
export class AccountsModule {}

export const accounts = {
  module: AccountsModule,
  tables: [Account, AccountRole, ApiToken, LoginSession, AccountCode, KnownDevice],
  migrations: [TokenUse1764352200000, SlicerTokens1764500031000],
  auditWords: [accountsAudit],
  mails: accountMails,
  faults: [accountsFaults],
} satisfies Feature;
