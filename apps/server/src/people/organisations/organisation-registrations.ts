import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/search/search-sources';
import { findOrganisations } from './organisation-search';

/** Registers the answers that other modules need about organisations. */
@Injectable()
export class OrganisationRegistrations implements OnModuleInit {
  constructor(private readonly search: SearchSources) {}

  onModuleInit(): void {
    this.search.register('organisation', findOrganisations);
  }
}
