import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PeopleModule } from '../people/people.module';
import { AccessGuard } from './access.guard';
import { AccountsController } from './accounts.controller';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { IdentityService } from './identity.service';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SetupService } from './setup.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

/** Who may sign in, and who asks. */
@Module({
  imports: [PeopleModule],
  controllers: [AuthController, SessionsController, TokensController, AccountsController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountsService,
    AuthService,
    IdentityService,
    SessionsService,
    SetupService,
    TokensService,
  ],
  exports: [AccountsService, AuthService, IdentityService, SetupService],
})
export class AccountsModule {}
