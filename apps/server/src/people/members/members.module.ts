import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DetailsController } from './details/details.controller';
import { DetailsService } from './details/details.service';
import { OwnDetailsController } from './details/own-details.controller';
import { LabsOfMembers } from './labs-of-members';
import {
  Member,
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from './member.entity';
import { MemberReferences1764500300000 } from './member-references.migration';
import { MemberRegistrations } from './member-registrations';
import { MemberWords1764350200000 } from './member-words.migration';
import { membersAudit } from './members.audit';
import { membersFaults } from './members.faults';
import { MembersService } from './members.service';
import { ResidencyService } from './residency.service';

/** The people the network serves. */
@Module({
  controllers: [DetailsController, OwnDetailsController],
  providers: [DetailsService, LabsOfMembers, MemberRegistrations, MembersService, ResidencyService],
  exports: [LabsOfMembers, MembersService, ResidencyService],
})
export class MembersModule {}

export const members = {
  module: MembersModule,
  tables: [Member, MemberBillingIdentity, MemberContact, MemberProfile, ResidencyVerification],
  migrations: [MemberWords1764350200000, MemberReferences1764500300000],
  auditWords: [membersAudit],
  faults: [membersFaults],
} satisfies Feature;
