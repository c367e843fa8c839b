import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/search/search-sources';
import { findPrestations } from './prestation-search';

/** Registers the answers that other modules need about prestations. */
@Injectable()
export class PrestationRegistrations implements OnModuleInit {
  constructor(private readonly search: SearchSources) {}

  onModuleInit(): void {
    this.search.register('prestation', findPrestations);
  }
}
