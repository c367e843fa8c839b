import { Module } from '@nestjs/common';
import { GroupPeopleService } from './groups/group-people.service';
import { GroupsController } from './groups/groups.controller';
import { GroupsService } from './groups/groups.service';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { MyselfController } from './myself.controller';
import { ResidencyService } from './residency.service';

/** The people the network serves. */
@Module({
  controllers: [GroupsController, MembersController, MyselfController],
  providers: [GroupPeopleService, GroupsService, MembersService, ResidencyService],
  exports: [MembersService, ResidencyService],
})
export class PeopleModule {}
