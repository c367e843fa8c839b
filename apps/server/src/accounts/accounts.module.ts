import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PeopleModule } from '../people/people.module';
import { AccessGuard } from './access.guard';
import { AccountsController } from './accounts.controller';
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
import { KnownDevices } from './known-devices';
import { PasswordProof } from './password-proof';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SetupService } from './setup.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

/** Who may sign in, and who asks. */
@Module({
  imports: [PeopleModule],
  controllers: [
    AuthController,
    SessionsController,
    TokensController,
    AccountsController,
    InvitationsController,
    RegistrationsController,
    PasswordLinksController,
    PasswordsController,
    SignInAddressController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountsService,
    AuthService,
    IdentityService,
    KnownDevices,
    PasswordProof,
    InvitationsService,
    PasswordLinksService,
    HandOver,
    PasswordsService,
    RegistrationsService,
    SignInAddressService,
    SessionsService,
    SetupService,
    TokensService,
  ],
  exports: [
    AccountsService,
    AuthService,
    IdentityService,
    InvitationsService,
    PasswordsService,
    RegistrationsService,
    SetupService,
    SignInAddressService,
  ],
})
export class AccountsModule {}
