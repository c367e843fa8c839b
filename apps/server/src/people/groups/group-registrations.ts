import { Injectable, type OnModuleInit } from '@nestjs/common';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { SearchSources } from '../../platform/search/search-sources';
import { Group, GroupPerson } from './group.entities';
import { findGroups } from './group-search';

/** Registers the answers that other modules need about groups. */
@Injectable()
export class GroupRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.subjects.register('group', labIdOf(Group));
    this.personal.register('groups', rowsOf(GroupPerson, byMember));
    this.search.register('group', findGroups);
  }
}
