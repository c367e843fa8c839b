import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { SubjectLabs } from '../../platform/http/subject-labs';
import { SearchSources } from '../../platform/search/search-sources';
import { Lab } from './lab.entity';
import { findLabs } from './lab-search';

/** Registers the answers to other modules' questions about labs. */
@Injectable()
export class LabRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.subjects.register('lab', async (manager, id) =>
      (await manager.existsBy(Lab, { id: id as LabId })) ? [id as LabId] : undefined,
    );
    this.search.register('lab', findLabs);
  }
}
