import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { Project, ProjectJob, ProjectPerson, ProjectPrestation } from './project.entities';
import { ProjectRegistrations } from './project-registrations';
import { Projects1764500214000 } from './projects.migration';

/** Projects to which sessions, prints and client orders belong. */
@Module({ imports: [ImportModule], providers: [ProjectRegistrations] })
export class ProjectsModule {}

export const projects: Feature = {
  module: ProjectsModule,
  tables: [Project, ProjectPerson, ProjectJob, ProjectPrestation],
  migrations: [Projects1764500214000],
};
