import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { MembersModule } from '../members/members.module';
import { Group, GroupPerson } from './group.entities';
import { GroupPeopleService } from './group-people.service';
import { GroupRegistrations } from './group-registrations';
import { GroupWords1764350300000 } from './group-words.migration';
import { groupsAudit } from './groups.audit';
import { GroupsController } from './groups.controller';
import { groupsFaults } from './groups.faults';
import { GroupsService } from './groups.service';

/** Classes, clubs and other groups of members. */
@Module({
  imports: [MembersModule],
  controllers: [GroupsController],
  providers: [GroupPeopleService, GroupRegistrations, GroupsService],
  exports: [GroupsService],
})
export class GroupsModule {}

export const groups = {
  module: GroupsModule,
  tables: [Group, GroupPerson],
  migrations: [GroupWords1764350300000],
  auditWords: [groupsAudit],
  faults: [groupsFaults],
} satisfies Feature;
