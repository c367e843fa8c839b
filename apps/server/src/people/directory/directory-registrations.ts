import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/search/search-sources';
import { findMembers } from './member-search';
import { StaffMembersService } from './staff-members.service';

/** Registers the answers that other modules need about members and their accounts. */
@Injectable()
export class DirectoryRegistrations implements OnModuleInit {
  constructor(
    private readonly search: SearchSources,
    private readonly members: StaffMembersService,
  ) {}

  onModuleInit(): void {
    this.search.register('member', (_, account, asked) => findMembers(this.members, account, asked));
  }
}
