import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { AccountsModule } from '../accounts/accounts.module';
import { GroupsModule } from '../groups/groups.module';
import { MembersModule } from '../members/members.module';
import { OwnExportService } from '../own-data/own-export.service';
import { MyselfController } from './myself.controller';

/** A member's own data, to read and change. */
@Module({
  imports: [AccountsModule, GroupsModule, MembersModule],
  controllers: [MyselfController],
  providers: [OwnExportService],
})
export class MyselfModule {}

export const myself: Feature = { module: MyselfModule };
