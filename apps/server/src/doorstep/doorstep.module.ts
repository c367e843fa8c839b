import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { PeopleModule } from '../people/people.module';
import { WebController } from '../web/web.controller';
import { AccountPagesController } from './account-pages.controller';
import { DoorstepController } from './doorstep.controller';

/** Where a person with a browser comes in. */
@Module({
  imports: [AccountsModule, PeopleModule],
  controllers: [WebController, DoorstepController, AccountPagesController],
})
export class DoorstepModule {}
