import { Injectable, type OnModuleInit } from '@nestjs/common';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { byAccount, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { SearchSources } from '../../platform/search/search-sources';
import { Machine } from './machine.entity';
import { MachineChange, MachineEvent } from './machine-record.entities';
import { findMachines } from './machine-search';

/** Registers the answers to other modules' questions about machines. */
@Injectable()
export class MachineRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.subjects.register('machine', labIdOf(Machine));
    this.personal.register('machineChanges', rowsOf(MachineChange, byAccount));
    this.personal.register('machineEvents', rowsOf(MachineEvent, byAccount));
    this.search.register('machine', findMachines);
  }
}
