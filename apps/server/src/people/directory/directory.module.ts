import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { AccountsModule } from '../accounts/accounts.module';
import { MembersModule } from '../members/members.module';
import { AccountListService } from './account-list.service';
import { AccountsController } from './accounts.controller';
import { DirectoryRegistrations } from './directory-registrations';
import { MembersController } from './members.controller';
import { StaffMembersService } from './staff-members.service';
import { TokenListService } from './token-list.service';

/** The members with their accounts, for staff to read and change. */
@Module({
  imports: [AccountsModule, MembersModule],
  controllers: [AccountsController, MembersController],
  providers: [AccountListService, DirectoryRegistrations, StaffMembersService, TokenListService],
})
export class DirectoryModule {}

export const directory: Feature = { module: DirectoryModule };
