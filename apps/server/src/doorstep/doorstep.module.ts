import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { DoorstepController } from './doorstep.controller';

/** Where a person with a browser comes in. */
@Module({ imports: [AccountsModule], controllers: [DoorstepController] })
export class DoorstepModule {}
