import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { IdentityService } from './identity.service';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { OrganisationsController } from './organisations.controller';
import { OrganisationsService } from './organisations.service';
import { SessionsService } from './sessions.service';
import { SetupService } from './setup.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

/** Members, organisations, and who may sign in. */
@Module({
  controllers: [AuthController, TokensController, MembersController, OrganisationsController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountsService,
    AuthService,
    IdentityService,
    MembersService,
    OrganisationsService,
    SessionsService,
    SetupService,
    TokensService,
  ],
  exports: [AuthService, IdentityService, MembersService, OrganisationsService, SetupService],
})
export class AccountsModule {}
