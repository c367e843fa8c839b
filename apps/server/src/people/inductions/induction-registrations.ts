import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { LabsOfMembers } from '../members/labs-of-members';
import { Induction } from './induction.entities';

/** Registers the answers that other modules need about inductions. */
@Injectable()
export class InductionRegistrations implements OnModuleInit {
  constructor(
    private readonly labsOfMembers: LabsOfMembers,
    private readonly personal: PersonalTables,
  ) {}

  onModuleInit(): void {
    this.labsOfMembers.register('inductions', Induction);
    this.personal.register('inductions', rowsOf(Induction, byMember));
  }
}
