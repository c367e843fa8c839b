import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectLabs } from '../../platform/http/subject-labs';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { LabsOfMembers } from './labs-of-members';
import {
  Member,
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from './member.entity';

/** Registers the answers that other modules need about members. */
@Injectable()
export class MemberRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly labs: LabsOfMembers,
  ) {}

  onModuleInit(): void {
    this.subjects.register('member', (manager, id) => this.labs.of(manager, id));
    this.subjects.register('entrusted-member', (manager, id) => this.labs.entrustedWith(manager, id));
    this.personal.register(
      'member',
      rowsOf(Member, ({ memberId }) => [{ id: memberId }]),
    );
    this.personal.register('contact', rowsOf(MemberContact, byMember));
    this.personal.register('billingIdentity', rowsOf(MemberBillingIdentity, byMember));
    this.personal.register('profile', rowsOf(MemberProfile, byMember));
    this.personal.register('residency', rowsOf(ResidencyVerification, byMember));
  }
}
