import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportHolds } from '../../people/import/import-holds';
import { ContentReferences } from '../../platform/content-references/content-references';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { byMember, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Project, ProjectPerson } from './project.entities';

/** Registers the answers that other modules need about projects. */
@Injectable()
export class ProjectRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly personal: PersonalTables,
    private readonly importHolds: ImportHolds,
    private readonly contents: ContentReferences,
  ) {}

  onModuleInit(): void {
    this.subjects.register('project', labIdOf(Project));
    this.personal.register('projects', rowsOf(ProjectPerson, byMember));
    this.importHolds.register(ProjectPerson, 'IMPORT.KEPT_ACTIVITY');
    this.contents.register('projects', { entity: Project, column: 'fileSha256' });
  }
}
