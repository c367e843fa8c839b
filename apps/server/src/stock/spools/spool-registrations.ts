import { Injectable, type OnModuleInit } from '@nestjs/common';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { byAccount, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { SearchSources } from '../../platform/search/search-sources';
import { MaterialMovement, Spool, SpoolChangeRow } from './material.entities';
import { findSpools } from './spool-search';

/** Registers the answers that other modules need about spools. */
@Injectable()
export class SpoolRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.subjects.register('spool', labIdOf(Spool));
    this.personal.register('materialMovements', rowsOf(MaterialMovement, byAccount));
    this.personal.register('spoolChanges', rowsOf(SpoolChangeRow, byAccount));
    this.search.register('spool', findSpools);
  }
}
